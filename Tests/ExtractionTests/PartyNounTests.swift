import Extraction
import PaperModel
import TestSupport
import Testing

/// Who gets and who gives, told by bills and orders, by who is asked to do work, and by whose a grant, share or request is.
@Suite struct PartyNounTests {
    private func figures(_ text: String) throws -> [Figure] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure)
    }

    @Test(
        arguments: [
            ("It was agreed to appoint Kestrel Play to install the swings at a cost of £18,700.", "Kestrel Play"),
            ("Resolved to engage Mrs A Thorne as Locum Clerk at £38.50 per hour.", "Mrs A Thorne"),
            ("Wold Groundworks could do the work for £168.", "Wold Groundworks"),
            ("An invoice for £64 from R Dobson was passed for payment.", "R Dobson"),
            ("The tender from Wold Coaches for service 9 be accepted at a price of £118,400.", "Wold Coaches"),
            ("Insurance was renewed with Wold Mutual at £612.30.", "Wold Mutual"),
            ("Resolved to reimburse the Clerk for ink, £27.49.", "Clerk"),
            ("The Clerk had purchased a laptop from Brightwell Ltd for £499.", "Brightwell Ltd"),
            ("The gala raised £342 for the Air Ambulance.", "Air Ambulance"),
            ("A payment of £500 was made to the complainant.", "complainant"),
            ("The Playgroup's application for £400 was refused.", "Playgroup"),
            ("An application for £1,500 was received from the Brass Band for uniforms.", "Brass Band"),
            ("Requests were received from Wold Hospice (£200).", "Wold Hospice"),
            ("The loan to the Theatre Trust, of which £92,000 was repaid, was noted.", "Theatre Trust"),
        ] as [(String, String)])
    func whoIsPaid(text: String, payee: String) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == payee && figure.payer == nil)
    }

    @Test(
        arguments: [
            ("The mill was sold to Wold Homes for £2.4m.", "Wold Homes"),
            ("A donation of £30 was made by Mr Pike.", "Mr Pike"),
            ("The developer's contribution of £12,500 is due.", "developer"),
            ("The organisers were charged £21,000.", "organisers"),
            ("The works are funded by Heritage Wales (£1.2m).", "Heritage Wales"),
            ("Thanks to the Rotary Club for £90.", "Rotary Club"),
            ("£20m had been borrowed from the PWLB in June.", "PWLB"),
            ("Welsh Government revenue funding of £9m was confirmed.", "Welsh Government"),
            ("An application was made to the Community Fund for £10,000.", "Community Fund"),
            ("The Wold WI are giving £75 towards the tea.", "Wold WI"),
            ("The budget is £9m, of which £3m would be grant from the Housing Growth Fund and the rest borrowing.", "Housing Growth Fund"),
        ] as [(String, String)])
    func whoPays(text: String, payer: String) throws {
        let figure = try #require(try figures(text).last)
        #expect(figure.payer == payer && figure.payee == nil)
    }

    @Test(arguments: [
        "Delegated authority be given to the Head of Place to agree spend of up to £25,000 on studies.",
        "Cllr Moss has asked for £500 for the beacon.", "She proposed an increase of £14 to the Band D council tax.",
        "The Council has reserves of £3m.", "Savings of £40,000 from Libraries were made.",
    ])
    func whoDecidesAsksOrHasMoneyIsNobody(text: String) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == nil && figure.payer == nil)
    }
}
