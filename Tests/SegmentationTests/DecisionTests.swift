import PaperModel
import Segmentation
import Testing

/// Where resolutions begin and end, who moved them, and decisions that are printed twice.
@Suite struct DecisionTests {
    private func resolutions(_ kind: Paper.Kind = .minutes, _ body: (inout PaperSketch) -> Void) throws -> [(
        segment: Segment, text: String
    )] {
        var sketch = PaperSketch()
        sketch.heading("NETHER WENDLE PARISH COUNCIL")
        sketch.line("Minutes of the meeting held in the hall on Tuesday, 6 May 2025.")
        sketch.heading("1. Apologies")
        sketch.line("None.")
        body(&sketch)
        var paper = sketch.paper
        paper.metadata.kind = kind
        return try paper.segments().filter { $0.kind == .resolution }.map { ($0, paper.text(of: $0.spans)) }
    }

    @Test func sentenceOfAParagraphIsAllOfIt() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Web site")
            sketch.line("Three firms were asked. It was resolved to take the second at £40 a year. Mr Lind will set it up.")
        }
        #expect(found.map(\.text) == ["It was resolved to take the second at £40 a year."])
        #expect(found.map(\.segment.title) == ["It was resolved to take the second at £40 a year."])
    }

    @Test func aTitleOnTheNextPageIsNoWordOfADecision() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Work programme")
            sketch.line("NOTED")
            sketch.addPage()
            sketch.line("QUAY COMMITTEE AND FERRIES PANEL (JOINT SESSION) 8 MAY 2025")
            sketch.line("The members for the quay were in the chair.")
        }
        #expect(found.map(\.text) == ["NOTED"])
    }

    @Test func whatABodyAgreedIsAResolutionWhereItBeginsAParagraph() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Slipway")
            sketch.line("Members spoke. The Committee agreed to hear the harbour master first.")
            sketch.line("The Harbour Committee agreed:")
            sketch.line("(1) to let the slipway for a year; and")
            sketch.line("(2) that the buoys be painted.")
            sketch.heading("3. Lamps")
            sketch.line("The Committee agreed to mend the lamp on the quay.")
        }
        #expect(
            found.map(\.text) == [
                "The Harbour Committee agreed:\n(1) to let the slipway for a year; and\n(2) that the buoys be painted.",
                "The Committee agreed to mend the lamp on the quay.",
            ])
    }

    @Test func lettersInOneLineAreNoNumberOfTheResolution() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Swings")
            sketch.line("RESOLVED: (i) to buy chains; (ii) to book a fitter.")
        }
        #expect(found.map(\.segment.number) == [nil])
    }

    @Test func secondResolutionOfAParagraphIsOneOfItsOwn() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Finance")
            sketch.line(
                "It was RESOLVED to pay the hall £60. It was further RESOLVED to move £1,000 to the deposit account.")
        }
        #expect(
            found.map(\.text) == [
                "It was RESOLVED to pay the hall £60.", "It was further RESOLVED to move £1,000 to the deposit account.",
            ])
    }

    @Test func tableThatItLeadsToBelongsToIt() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Finance")
            sketch.line("RESOLVED that these payments be made:")
            sketch.table([["Payee", "Amount"], ["Fen Mowing", "£144.00"]])
            sketch.line("The balance was read out.")
            sketch.line("It was resolved to renew the insurance.")
            sketch.table([["Account", "Balance"], ["Deposit", "£900.00"]])
        }
        #expect(
            found.map(\.text) == [
                "RESOLVED that these payments be made:\nPayee\tAmount\nFen Mowing\t£144.00", "It was resolved to renew the insurance.",
            ])
    }

    @Test func slipOfThePenIsRead() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Audit")
            sketch.line("The choices had been sent round and after discussion is was resolved to opt for the larger group.")
        }
        #expect(found.count == 1)
    }

    @Test func linesOfPaymentBelongToIt() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Finance")
            sketch.line("It was resolved to pay :- Hall £40")
            sketch.line("Clerk's fee £450")
            sketch.line("Clerk to send the form.")
        }
        #expect(found.map(\.text) == ["It was resolved to pay :- Hall £40\nClerk's fee £450"])
    }

    @Test func listInAListIsKeptTogether() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Parking")
            sketch.line("The Committee RESOLVED:", bold: "The Committee RESOLVED:")
            sketch.line("1. Permits", bold: "1. Permits")
            sketch.line("a. That the fee be £60.")
            sketch.line("b. That visitors pay half.")
            sketch.line("2. Bays", bold: "2. Bays")
            sketch.line("a. That three be added.")
            sketch.line("The Chair thanked the officers for all that they had done.")
        }
        #expect(found.count == 1)
        #expect(found.first?.text.hasSuffix("a. That three be added.") ?? false)
    }

    @Test func boldOutcomeWithoutAWordInCapitalsIsOne() throws {
        var sketch = PaperSketch()
        sketch.heading("NETHER WENDLE PARISH COUNCIL")
        sketch.line("Minutes of the meeting held in the hall on Tuesday, 6 May 2025.")
        sketch.heading("1. Apologies")
        sketch.line("None were agreed as needed.")
        sketch.heading("2. Trees")
        sketch.line("The trees were planted in March. Spending on them was approved.")
        sketch.setBoldEnd("Spending on them was approved.")
        let found = try sketch.paper.segments().filter { $0.kind == .resolution }
        #expect(found.map { sketch.paper.text(of: $0.spans) } == ["Spending on them was approved."])
    }

    @Test func titleInCapitalsThatNamesApprovalIsNone() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Plans")
            sketch.line("LIST OF APPROVED PLANS", bold: "LIST OF APPROVED PLANS")
            sketch.line("It hangs in the porch.")
        }
        #expect(found.isEmpty)
    }

    @Test func moverAndSeconderAreTold() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Lease")
            sketch.line("It was proposed by Cllr Jo Ash and seconded by Cllr Elm.")
            sketch.line("RESOLVED that the lease be signed.")
            sketch.heading("3. Gate")
            sketch.line("RESOLVED that the gate be hung. Proposed: Cllr Oak Seconded: Cllr Fir")
        }
        #expect(found.map(\.segment.moved) == ["Cllr Jo Ash", "Cllr Oak"])
        #expect(found.map(\.segment.seconded) == ["Cllr Elm", "Cllr Fir"])
    }

    @Test func decisionPrintedTwiceIsLinked() throws {
        var sketch = PaperSketch(.html)
        sketch.part("7.", .itemNumber)
        sketch.part("Quay wall", .itemTitle)
        sketch.part("Decision:", .label)
        sketch.part("That the quay wall be mended before the winter storms begin.", .decision)
        sketch.part("Minutes:", .label)
        sketch.part("The harbour master spoke.", .minutes)
        sketch.part("RESOLVED that the quay wall be mended before the winter storms begin.", .minutes)
        var paper = sketch.paper
        paper.metadata.kind = .webPage
        let segments = try paper.segments()
        let found = segments.indices.filter { segments[$0].kind == .resolution }
        try #require(found.count == 2)
        #expect(segments[found[1]].sameAs == found[0])
        #expect(segments[found[0]].sameAs == nil)
    }

    @Test func councillorsResolveWithoutThat() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Accounts")
            sketch.line("The books were looked at. The Councillors resolved all was well. The Clerk was thanked.")
            sketch.line("The Council resolved 40 complaints in May.")
        }
        #expect(found.map(\.text) == ["The Councillors resolved all was well."])
    }

    @Test func capitalsBeforeADashLeadToTheirList() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Budget")
            sketch.line("The Director said that reserves stood at £6.2 million.\nRESOLVED \u{2013}")
            sketch.listItem("That the budget be recommended.", label: "(1)")
            sketch.listItem("That the tax be £214.20.", label: "(2)")
            sketch.line("Reason: to set a balanced budget.")
        }
        #expect(found.map(\.text) == ["RESOLVED \u{2013}\n(1) That the budget be recommended.\n(2) That the tax be £214.20."])
    }

    @Test func whatTheCommitteeDidStandsBelowItsName() throws {
        let found = try resolutions { sketch in
            sketch.heading("2. Roads")
            sketch.line("That the Committee for Roads and Rivers:", bold: "That the Committee for Roads and Rivers:")
            sketch.line("1. Noted the allocations", bold: "1. Noted the allocations")
            sketch.line("2. Authorised the Director to spend them.", bold: "2. Authorised the Director to spend them.")
        }
        #expect(found.map(\.segment.kind) == [.resolution])
        #expect(found.first?.text.hasSuffix("to spend them.") ?? false)
    }
}
