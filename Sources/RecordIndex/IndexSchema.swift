/// The tables of the index. Any reader of SQLite can open them; `docs/tracing.md` says what they hold.
enum IndexSchema {
    /// Counts up with each change of the tables or of what is put into them: an index of another number is made again.
    static let version = 2

    /// Ids of what belongs to a paper: the number of the paper, then that of the record within it in the last bits.
    static let bits = 20

    /// The id of record number `number` of paper `paper`; nil where a paper has more than any paper has.
    static func id(_ paper: Int, _ number: Int) -> Int? {
        number >= 0 && number < 1 << bits ? paper << bits | number : nil
    }

    static let tables = """
        CREATE TABLE facts (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO facts VALUES ('papers', '0'), ('passages', '0'), ('figures', '0'), ('bytes', '0');
        CREATE TABLE sources (
            path TEXT NOT NULL PRIMARY KEY, stamp TEXT NOT NULL, paper INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE papers (
            id INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE, path TEXT NOT NULL, url TEXT, title TEXT, kind TEXT,
            organisation TEXT, committee TEXT, date TEXT, item TEXT, media_type TEXT, pages INTEGER, status TEXT,
            unread_numbers INTEGER NOT NULL, added INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX papers_by_added ON papers (added);
        CREATE TABLE passages (
            id INTEGER PRIMARY KEY, paper INTEGER NOT NULL, page INTEGER NOT NULL, start INTEGER NOT NULL,
            text TEXT NOT NULL, headings TEXT NOT NULL, title TEXT NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE passages_fts USING fts5(
            text, headings, title, content = 'passages', content_rowid = 'id', tokenize = "porter unicode61 remove_diacritics 2"
        );
        CREATE TABLE segments (
            id INTEGER PRIMARY KEY, paper INTEGER NOT NULL, parent INTEGER, kind TEXT NOT NULL, number TEXT, title TEXT, titles TEXT NOT NULL,
            level INTEGER, asker TEXT, addressee TEXT, respondent TEXT, answers INTEGER, page INTEGER, end_page INTEGER, spans TEXT NOT NULL
        ) STRICT;
        CREATE TABLE decisions (
            segment INTEGER PRIMARY KEY, paper INTEGER NOT NULL, outcome TEXT, votes_for INTEGER, votes_against INTEGER,
            votes_abstain INTEGER, moved TEXT, seconded TEXT, same_as INTEGER
        ) STRICT;
        CREATE TABLE tables (
            id INTEGER PRIMARY KEY, paper INTEGER NOT NULL, segment INTEGER, caption TEXT, method TEXT, page INTEGER, rows INTEGER,
            columns INTEGER, header_rows INTEGER, header_columns INTEGER, unread_numbers INTEGER
        ) STRICT;
        CREATE TABLE cells (
            "table" INTEGER NOT NULL, row INTEGER NOT NULL, "column" INTEGER NOT NULL, row_span INTEGER, column_span INTEGER, header INTEGER,
            text TEXT NOT NULL, page INTEGER, start INTEGER, number REAL, PRIMARY KEY ("table", row, "column")
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE figures (
            id INTEGER PRIMARY KEY, paper INTEGER NOT NULL, passage INTEGER, segment INTEGER, "table" INTEGER, row INTEGER, "column" INTEGER,
            page INTEGER, start INTEGER, "end" INTEGER, sentence_start INTEGER, sentence_end INTEGER,
            kind TEXT NOT NULL, text TEXT NOT NULL, value TEXT, low TEXT, high TEXT, unit TEXT NOT NULL,
            interval_min TEXT, interval_max TEXT, low_end REAL NOT NULL, high_end REAL NOT NULL, band INTEGER NOT NULL,
            approximate INTEGER, bound TEXT, per TEXT, period_start TEXT, period_end TEXT, period TEXT, sense TEXT, basis TEXT,
            comparison TEXT, subject TEXT, subject_from TEXT, payee TEXT, payer TEXT, row_labels TEXT, column_labels TEXT,
            doubts TEXT, hidden TEXT, struck INTEGER, unit_from TEXT, scale_from TEXT, rule TEXT, cues TEXT, boxes TEXT
        ) STRICT;
        CREATE TABLE tallies (
            kind TEXT NOT NULL, sense TEXT NOT NULL, doubts TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, sense, doubts)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE abbreviations (
            paper INTEGER NOT NULL, short TEXT NOT NULL, long TEXT NOT NULL, stems TEXT NOT NULL, PRIMARY KEY (short, stems, paper)
        ) STRICT, WITHOUT ROWID;
        """

    /// Made behind the rows when an index is built as a whole, which is quicker.
    static let indexes = """
        CREATE INDEX figures_by_interval ON figures (unit, band, low_end, high_end, passage);
        CREATE INDEX figures_by_passage ON figures (passage, kind);
        CREATE INDEX figures_by_sense ON figures (sense, unit, kind, doubts, period_start, low_end, high_end, segment, paper);
        CREATE INDEX cells_by_number ON cells (number) WHERE number IS NOT NULL;
        CREATE INDEX sources_by_paper ON sources (paper);
        CREATE INDEX abbreviations_by_paper ON abbreviations (paper);
        CREATE INDEX abbreviations_by_stems ON abbreviations (stems);
        """

    /// Figures with their paper, meeting, item and table: what people look at.
    static let views = """
        CREATE VIEW figure_details AS SELECT
            papers.document || '#f' || (figures.id & \((1 << bits) - 1)) AS id, figures.text, figures.kind, figures.value, figures.low,
            figures.high, figures.unit, figures.interval_min, figures.interval_max, figures.approximate, figures.bound, figures.per,
            figures.period_start, figures.period_end, figures.sense, figures.basis, figures.comparison, figures.subject, figures.payee,
            figures.payer, figures.row_labels, figures.column_labels, tables.caption AS table_caption, segments.kind AS segment_kind,
            segments.title AS item_title, decisions.outcome, papers.title AS paper, papers.kind AS paper_kind, papers.organisation,
            papers.committee, papers.date, papers.item, figures.page, coalesce(papers.url, papers.path) || '#page=' || figures.page AS link,
            figures.doubts, figures.hidden, papers.document, papers.path
            FROM figures JOIN papers ON papers.id = figures.paper LEFT JOIN segments ON segments.id = figures.segment
            LEFT JOIN decisions ON decisions.segment = figures.segment LEFT JOIN tables ON tables.id = figures."table";
        CREATE VIEW decision_details AS SELECT
            papers.document || '#s' || (decisions.segment & \((1 << bits) - 1)) AS id, segments.title, decisions.outcome,
            decisions.votes_for, decisions.votes_against, decisions.votes_abstain, decisions.moved, decisions.seconded,
            papers.title AS paper, papers.organisation, papers.committee, papers.date, segments.page,
            coalesce(papers.url, papers.path) || '#page=' || segments.page AS link
            FROM decisions JOIN segments ON segments.id = decisions.segment JOIN papers ON papers.id = decisions.paper;
        CREATE VIEW unread_numbers AS SELECT
            papers.document || '#t' || (cells."table" & \((1 << bits) - 1)) AS table_id, cells.row, cells."column", cells.text,
            tables.caption, papers.title AS paper, papers.date, cells.page,
            coalesce(papers.url, papers.path) || '#page=' || cells.page AS link
            FROM cells JOIN tables ON tables.id = cells."table" JOIN papers ON papers.id = tables.paper WHERE cells.number IS NOT NULL;
        """
}
