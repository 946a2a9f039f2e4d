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
            ("It was resolved to employ Mrs J Thorne as bar steward at £14.20 an hour.", "Mrs J Thorne"),
            ("Wold Groundworks would fit the gate for £730.", "Wold Groundworks"),
            ("An invoice for £64 from R Dobson was passed for payment.", "R Dobson"),
            ("The quotation from Wold Masonry for the lychgate was noted at £2,260.", "Wold Masonry"),
            ("Insurance was renewed with Wold Mutual at £612.30.", "Wold Mutual"),
            ("Resolved to reimburse the Clerk for ink, £27.49.", "Clerk"),
            ("The Clerk had purchased a laptop from Brightwell Ltd for £499.", "Brightwell Ltd"),
            ("The gala raised £342 for the Air Ambulance.", "Air Ambulance"),
            ("A payment of £500 was made to the complainant.", "complainant"),
            ("The Playgroup's application for £400 was refused.", "Playgroup"),
            ("An application for £1,500 was received from the Brass Band for uniforms.", "Brass Band"),
            ("Requests were received from Wold Hospice (£200).", "Wold Hospice"),
            ("The loan to the Windmill Trust, of which £3,500 was repaid in May, was noted.", "Windmill Trust"),
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
            ("The promoters were billed £6,300.", "promoters"),
            ("The works are funded by Heritage Wales (£1.2m).", "Heritage Wales"),
            ("Thanks to the Rotary Club for £90.", "Rotary Club"),
            ("£7m was borrowed from the PWLB last autumn.", "PWLB"),
            ("Welsh Government revenue funding of £9m was confirmed.", "Welsh Government"),
            ("An application was made to the Community Fund for £10,000.", "Community Fund"),
            ("The Wold Rotary Club are giving £420 towards the seats.", "Wold Rotary Club"),
            ("The lido needs £9m, and £3m will be grant from the Coastal Growth Fund and the rest loans.", "Coastal Growth Fund"),
        ] as [(String, String)])
    func whoPays(text: String, payer: String) throws {
        let figure = try #require(try figures(text).last)
        #expect(figure.payer == payer && figure.payee == nil)
    }

    @Test(arguments: [
        "Powers were given to the Director of Works to commit spend of £8,000 on drains.",
        "Cllr Moss has requested £260 for bulbs.", "They put forward a rise of £6 to the Band D council tax.",
        "The Council has reserves of £3m.", "Savings of £40,000 from Libraries were made.",
    ])
    func whoDecidesAsksOrHasMoneyIsNobody(text: String) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == nil && figure.payer == nil)
    }
}
