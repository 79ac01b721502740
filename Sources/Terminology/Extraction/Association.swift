internal import UnicodeText

/// How far two things come together, from the numbers of units with both, with each, and of all.
struct Association {
    let both: Int
    let source: Int
    let target: Int
    let all: Int

    /// 0...1
    var dice: Double { 2 * Double(both) / Double(max(1, source + target)) }

    /// G² (Dunning 1993, "Accurate Methods for the Statistics of Surprise and Coincidence").
    var logLikelihood: Double {
        func term(_ count: Int) -> Double { count > 0 ? Double(count) * Logarithm.natural(Double(count)) : 0 }
        let cells = [both, source - both, target - both, all - source - target + both]
        let margins = [source, all - source, target, all - target]
        let sum = cells.reduce(0) { $0 + term($1) } - margins.reduce(0) { $0 + term($1) } + term(all)
        return max(0, 2 * sum)
    }

    /// Whether they come together more often than chance would have it.
    var isPositive: Bool { both * all > source * target }
}
