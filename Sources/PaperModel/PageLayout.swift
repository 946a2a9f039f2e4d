/// A page template of a committee system or web site: how to know it, and where its parts stand. Read from `Rules/layouts`.
public struct PageLayout: Sendable, Equatable {
    /// XPath expressions (1.0, over lower-case element names) for one thing.
    public typealias Paths = [String]

    /// Unique name ("moderngov.meeting").
    public var id: String
    /// The template is used where every one of these selects a node. Empty: used for any page.
    public var recognise: Paths
    /// Elements that hold the page's own content; the first that selects something is used.
    public var content: Paths
    /// Elements to leave out (navigation, cookie notices, scripts).
    public var leaveOut: Paths
    /// Elements that each hold one item of business, in order.
    public var items: Paths
    /// What the elements selected by a path are.
    public var roles: [RolePaths]
    /// Where the paper's own data stand.
    public var metadata: [MetadataPaths]
    /// What kind of paper such a page is.
    public var kind: Paper.Kind?

    /// Makes a layout that knows no part.
    public init(id: String) {
        self.id = id
        recognise = []
        content = []
        leaveOut = []
        items = []
        roles = []
        metadata = []
    }

    /// Elements with a role.
    public struct RolePaths: Sendable, Equatable {
        /// The role.
        public var role: Block.Role
        /// Where.
        public var paths: Paths

        /// Makes an entry.
        public init(role: Block.Role, paths: Paths) {
            self.role = role
            self.paths = paths
        }
    }

    /// Elements or attributes that hold one of the paper's data.
    public struct MetadataPaths: Sendable, Equatable {
        /// Which of the paper's data.
        public enum Field: String, Sendable, CaseIterable {
            /// Printed title.
            case title
            /// Council.
            case organisation
            /// Committee.
            case committee
            /// Day of the meeting.
            case meetingDate
            /// Address of the page.
            case url
        }

        /// Which.
        public var field: Field
        /// Where; the first that selects something is used.
        public var paths: Paths

        /// Makes an entry.
        public init(field: Field, paths: Paths) {
            self.field = field
            self.paths = paths
        }
    }
}
