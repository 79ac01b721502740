public import ArgumentParser
public import Dragoman

// The choices of the library that are options of the program, each by its own spelling.
extension ImportMode: ExpressibleByArgument {}
extension PressFormat: ExpressibleByArgument {}
extension Profile: ExpressibleByArgument {}
extension Segmenter.Options.Newlines: ExpressibleByArgument {}
extension Segmenter.Options.Quotations: ExpressibleByArgument {}
extension SRXSegmenter.Mode: ExpressibleByArgument {}
