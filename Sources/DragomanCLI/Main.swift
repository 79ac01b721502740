import ArgumentParser
import Dragoman
import Glibc

@main
enum Main {
    static func main() async {
        // A closed pipe is an answer to a write, not a signal: see BrokenPipe.
        signal(SIGPIPE, SIG_IGN)
        do {
            var arguments = Array(CommandLine.arguments.dropFirst())
            // A flag of the whole program would be taken from every subcommand: --version is one by itself.
            if arguments.first == "--version" { arguments[0] = VersionCommand.configuration.commandName ?? "" }
            var command = try DragomanCommand.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch is BrokenPipe {
            exit(0)
        } catch let diagnostic as Diagnostic {
            fail(diagnostic)
        } catch let failure as OutputFailure {
            fail(failure.diagnostic)
        } catch let error as MemoryError {
            fail(error.diagnostic)
        } catch {
            DragomanCommand.exit(withError: error)
        }
    }

    private static func fail(_ diagnostic: Diagnostic) -> Never {
        Console(quiet: false, noColor: false).report(diagnostic)
        exit(2)
    }
}
