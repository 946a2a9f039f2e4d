import Records
import Supervision
import TestSupport

/// A worker that reads no paper, but does what the paper's name says: so every fault can be made to happen on purpose.
enum FaultyWorker {
    private static let script = """
        while IFS= read -r line; do
            path=${line#*'"path":"'}; path=${path%%'"'*}
            case "$path" in
                *hang*) exec sleep 100000 ;;
                *crash*) kill -SEGV $$ ;;
                *quit*) exit 3 ;;
                *leave*) sleep 100000 >/dev/null & exit 3 ;;
                *flood*) while :; do echo '{"type":"page","schema":"1.0","text":"........................................"}'; done ;;
                *stray*) echo 'warning: this is not a record' ;;
                *memory*) ulimit -d 20000; exec tail /dev/zero ;;
                *full*) echo '{"type":"failure","schema":"1.0","source":{},"code":"memory","stage":"load","message":"full"}'
                    echo '{"type":"done","schema":"1.0"}'; continue ;;
                *mute*) exec >&-; exec sleep 100000 ;;
                *once*) if [ ! -e "$path" ]; then : > "$path"; kill -SEGV $$; fi ;;
            esac
            echo '{"type":"document","schema":"1.0","id":"'"$path"'","source":{"path":"'"$path"'"}}'
            echo '{"type":"page","schema":"1.0","id":"'"$path"'#p1","text":"one"}'
            echo '{"type":"page","schema":"1.0","id":"'"$path"'#p2","text":"two"}'
            echo '{"type":"done","schema":"1.0"}'
        done
        """

    /// Settings of a run with such workers, and with patience that no honest paper on a busy machine wears out. What hangs costs a test the
    /// seconds that it gives.
    static func settings(workers: Int = 2, seconds: Int = 1_000) -> RunSettings {
        var settings = RunSettings(
            worker: ["/bin/sh", "-c", script], workers: workers, provenance: Provenance(rules: "sha256:none", version: "0"))
        settings.seconds = seconds
        settings.outputBytes = 1 << 20
        return settings
    }

    /// Runs them over papers of these names, which need not exist.
    static func run(_ names: [String], settings: RunSettings = settings(), into folder: String) throws -> RunSummary {
        try Run(settings: settings).run(Inputs(names), into: folder).summary
    }
}

extension Run.Ending {
    /// What a run that came to its end came to.
    var summary: RunSummary {
        get throws {
            guard case .finished(let summary) = self else { throw Stopped() }
            return summary
        }
    }

    private struct Stopped: Error {}
}
