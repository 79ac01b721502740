@_exported public import ByteJSON
@_exported public import FuzzyMatching
@_exported public import Interchange
@_exported public import Normalization
@_exported public import Segmentation
@_exported public import Terminology
@_exported public import TranslationMemory
@_exported public import UnicodeText
