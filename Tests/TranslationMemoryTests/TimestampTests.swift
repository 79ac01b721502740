import Testing
import TranslationMemory

@Suite struct TimestampTests {
    @Test func isoForms() {
        #expect(Timestamp(milliseconds: 0).description == "1970-01-01T00:00:00.000Z")
        #expect(Timestamp(milliseconds: 1_697_809_440_007).description == "2023-10-20T13:44:00.007Z")
        #expect(Timestamp(milliseconds: 1_697_809_440_007).basicDescription == "20231020T134400Z")
        #expect(Timestamp(milliseconds: 951_782_400_000).description == "2000-02-29T00:00:00.000Z")
        #expect(Timestamp(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    }
}
