internal import PaperModel

/// What a figure's words state, without where they stand.
extension Figure {
    static let statement: [Field<Figure>] = [
        .optional("value") { $0.single },
        .optional("low") { $0.low },
        .optional("high") { $0.high },
        .required("unit") { $0.unit },
        .optional("interval") { $0.interval },
        .mark("approximate") { $0.isApproximate },
        .optional("bound") { $0.bound },
        .optional("per") { $0.per },
        .optional("period") { $0.period },
        .optional("sense") { $0.sense },
        .list("basis") { $0.basis },
        .optional("comparison") { $0.comparison },
        .optional("subject") { $0.subject },
        .optional("subjectFrom") { $0.subjectFrom },
        .optional("payee") { $0.payee },
        .optional("payer") { $0.payer },
        .list("doubts") { $0.doubts },
        .optional("scaleFrom") { $0.scaleFrom },
        .optional("signFrom") { $0.signFrom },
        .optional("unitFrom") { $0.unitFrom },
        .required("rule") { $0.rule },
        .list("cues") { $0.cues },
        .mark("struck") { $0.isStruck },
        .optional("hidden") { $0.hidden },
    ]

    var single: Amount? { if case .single(let amount) = value { amount } else { nil } }
    var low: Amount? { if case .range(let low, _) = value { low } else { nil } }
    var high: Amount? { if case .range(_, let high) = value { high } else { nil } }
}
