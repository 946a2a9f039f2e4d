internal import PaperModel
internal import RuleEngine

// Who asks and who answers.
extension Questions {
    /// The exchange with the person whom its own first words name where its head names none: "Will the Leader say …?", "The Clerk said that …".
    func withPeopleOfText(_ exchange: Exchange) -> Exchange {
        guard let body = exchange.body, let page = reading.paper.page(reading.passages[body.index].page),
            let words = page.passage(TextRange(body.offset, reading.passages[body.index].body.end), as: .paragraph)
        else { return exchange }
        var result = exchange
        switch exchange.kind {
        case .question where exchange.addressee == nil && exchange.announced == nil:
            result.mentioned = cues.words([.label], in: words).first { $0.role == .addressee }?["name"]
        case .reply where exchange.respondent == nil, .supplementaryReply where exchange.respondent == nil:
            result.mentioned = cues.heads(of: words).first { $0.kind == .reply && $0.groups["text"] != nil }?["respondent"]
        default: break
        }
        return result
    }

    /// Gives replies the people of their questions.
    static func answered(_ exchanges: [Exchange]) -> [Exchange] {
        var result = exchanges
        var question: Exchange?
        var supplementary: Exchange?
        for index in result.indices {
            switch result[index].kind {
            case .question:
                question = result[index]
                supplementary = nil
            case .supplementary:
                result[index].asker = result[index].asker ?? question?.asker
                result[index].addressee = result[index].addressee ?? question?.addressee
                supplementary = result[index]
            default:
                let asked = result[index].kind == .supplementaryReply ? supplementary ?? question : question
                result[index].asker = result[index].asker ?? asked?.asker
                result[index].addressee = asked?.addressee
                // "Reply by Councillor Amble" names the person; the question may add the office.
                let own = result[index].respondent
                result[index].respondent =
                    own.flatMap { own in asked?.addressee.map { $0.hasPrefix(own) ? $0 : own } } ?? own ?? asked?.addressee
                    ?? result[index].mentioned
            }
            if result[index].kind == .question || result[index].kind == .supplementary {
                result[index].respondent = result[index].addressee
            }
        }
        // Who answers is who was asked, where the question doesn't say.
        for index in result.indices.dropFirst() {
            let (before, reply) = (result[index - 1], result[index])
            let answers =
                before.kind == .question && reply.kind == .reply || before.kind == .supplementary && reply.kind == .supplementaryReply
            if answers, before.respondent == nil { result[index - 1].respondent = reply.respondent }
        }
        // What is said of all questions, or within one, counts where nothing names the person.
        var presumed: String?
        for index in result.indices {
            if result[index].kind == .question { presumed = result[index].announced ?? result[index].mentioned }
            if result[index].respondent == nil { result[index].addressee = result[index].addressee ?? result[index].announced }
            result[index].respondent = result[index].respondent ?? presumed
        }
        return result
    }

    /// Whether questions are announced for a passage: in a paper of questions all are.
    func isQuestionTime(_ index: Int) -> Bool { reading.kind == .questions || announcements.isQuestionTime(index) }

    /// Whether two passages stand under the same announcement.
    func isSameTime(_ first: Int, _ second: Int) -> Bool { reading.kind == .questions || announcements.isSameTime(first, second) }
}
