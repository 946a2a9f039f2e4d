/// Words that say nothing of what an amount is for.
public enum StopWords {
    /// Whether a word in small letters is one.
    public static func contains(_ letters: String) -> Bool { all.contains(letters) }

    /// Whether a stem is of a word that any claim of councils may have, whatever it is about: it tells little where it stands.
    static func isGeneral(_ stem: String) -> Bool { general.contains(stem) }

    private static let general: Set<String> = Set(
        """
        council councillor cllr member authority county borough district city town parish committee cabinet local people resident
        spend spent spending cost costs pay paid payment money year annual month week last next new
        """.split { $0 == " " || $0 == "\n" }.map { Stem.of($0) })

    /// Function words of English; then words that tell of the telling and not of the thing ("says", "claims", "according"); then words of
    /// amounts and time, which the reading of the amount has taken in already.
    private static let all: Set<String> = Set(
        (functionWords + " " + telling + " " + amounts).split(separator: " ").map { String($0) })

    private static let functionWords = """
        a about above after again against all along also although am among an and any are as at away be because been before behind being \
        below between both but by can could did do does doing done down during each either else even ever every for from further had has \
        have having he her here hers him his how i if in into is it its itself just let made make makes many may me might more most much \
        must my near no nor not now of off on once only onto or other our out over own per put rather same shall she should since so some \
        still such than that the their them then there these they this those through to too under until up upon us very was we were what \
        when where whether which while who whom whose why will with within without would yet you your s t
        """
    private static let telling = """
        said say says saying claim claims claimed told tells tell according reported reportedly true really actually apparently heading \
        get gets getting got give gives given go goes going gone come comes take takes taken want wants wanted need needs
        """
    private static let amounts = """
        pound pounds pence million millions billion billions thousand thousands hundred hundreds m bn k gbp nearly almost around roughly \
        approximately circa some exceeding figure figures amount amounts total totals number money sum sums
        """
}
