public import ArgumentParser
public import Dragoman

// The choices of the library that are options of the program, each by its own spelling.
extension DedupeOptions.Criterion: ExpressibleByArgument {}
extension DedupeOptions.Preference: ExpressibleByArgument {}
extension GlossaryMerge.Mode: ExpressibleByArgument {}
extension ImportMode: ExpressibleByArgument {}
extension Origin.Kind: ExpressibleByArgument {}
extension PressFormat: ExpressibleByArgument {}
extension Profile: ExpressibleByArgument {}
extension SegmentKind: ExpressibleByArgument {}
extension Segmenter.Options.Newlines: ExpressibleByArgument {}
extension Segmenter.Options.Quotations: ExpressibleByArgument {}
extension SRXSegmenter.Mode: ExpressibleByArgument {}
extension TermStatus: ExpressibleByArgument {}
extension TermType: ExpressibleByArgument {}
extension TMXWriter.Version: ExpressibleByArgument {}
