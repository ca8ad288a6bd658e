package org.quartermaster.procurement.ocds.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Json;

/**
 * Reads releases out of packages, records, lists and JSON lines of any of these, in memory that does not grow with the
 * file. A part that cannot be read is told with its position; what stands around it is read.
 */
public final class ReleaseReader {
    private final ByteSource source;
    private final ValueScanner scanner;
    private final Emitter emitter;

    private ReleaseReader(InputStream in, ReleaseSink sink) throws IOException {
        source = new ByteSource(in);
        scanner = new ValueScanner(source);
        emitter = new Emitter(source, sink);
    }

    /**
     * Reads a file to its end.
     *
     * @param in unpacked bytes; left open
     * @param charset as declared; a UTF-8 byte order mark is skipped
     */
    public static void read(InputStream in, Charset charset, ReleaseSink sink) {
        try {
            var utf8 = charset.equals(StandardCharsets.UTF_8) ? in : new Transcoded(in, charset);
            new ReleaseReader(utf8, sink).file();
        } catch (IOException e) {
            sink.issue(Issue.at(0, IssueCode.UNREADABLE_INPUT, "the file cannot be read to its end: " + e.getMessage()));
        }
    }

    private void file() throws IOException {
        boolean more = true;
        while (more) {
            source.skipSpace();
            long line = source.line();
            boolean whole = source.peek() == ByteSource.END || document();
            more = next(whole, line);
        }
    }

    /** Goes to the next document: one behind a first one that takes a single line makes the file JSON lines. */
    private boolean next(boolean whole, long firstLine) throws IOException {
        if (source.isLines()) {
            return source.nextLine();
        }
        if (whole && source.line() == firstLine && emitter.isFirstDocument()) {
            source.skipSpace();
            if (source.line() > firstLine && source.peek() != ByteSource.END) {
                source.setLines();
            }
        }
        source.skipSpace();
        return whole && source.peek() != ByteSource.END;
    }

    private boolean document() throws IOException {
        emitter.startDocument();
        try {
            element(0, new Container());
            return true;
        } catch (Broken e) {
            source.captureTo(null);
            scanner.takeExcess();
            emitter.reject(e.code(), e.getMessage());
            return false;
        }
    }

    private void element(int depth, Container parent) throws IOException, Broken {
        switch (source.peek()) {
            case '{' -> object(depth, parent);
            case '[' -> list(depth, parent);
            default -> {
                scanner.value(depth);
                emitter.reject(IssueCode.NOT_AN_OBJECT, "found no object, a release or package is an object");
            }
        }
    }

    private void list(int depth, Container parent) throws IOException, Broken {
        if (depth > Json.MAX_DEPTH) {
            throw new Broken(IssueCode.TOO_DEEP, "found lists more than " + Json.MAX_DEPTH + " deep");
        }
        source.read();
        while (true) {
            source.skipSpace();
            switch (source.peek()) {
                case ByteSource.END -> throw ValueScanner.truncated();
                case ',' -> source.read();
                case ']' -> {
                    source.read();
                    return;
                }
                default -> element(depth + 1, parent);
            }
        }
    }

    /** Reads an object that is a release until a member shows that it holds releases. */
    private void object(int depth, Container parent) throws IOException, Broken {
        var outer = source.capture();
        var capture = new Capture(Emitter.LARGEST_RELEASE);
        source.captureTo(capture);
        var container = new Container();
        source.read();
        while (member(depth, capture, container)) {
            source.captureTo(capture);
        }
        source.captureTo(outer);
        parent.found += container.isContainer
                ? emitter.container(capture, container, scanner.takeExcess())
                : emitter.release(capture, scanner.takeExcess());
    }

    private boolean member(int depth, Capture capture, Container container) throws IOException, Broken {
        source.skipSpace();
        int start = capture.size();
        switch (source.peek()) {
            case ByteSource.END -> throw ValueScanner.truncated();
            case '}' -> {
                source.read();
                return false;
            }
            case ',' -> source.read();
            case '"' -> {
                scanner.text();
                var name = capture.quoted(start);
                colon();
                memberValue(name, depth, capture, start, container);
            }
            default -> throw new Broken(
                    IssueCode.NOT_JSON, "found '" + (char) source.peek() + "' where a name in quotes is expected");
        }
        return true;
    }

    private void colon() throws IOException, Broken {
        source.skipSpace();
        if (source.read() != ':') {
            throw new Broken(IssueCode.NOT_JSON, "found no colon behind a name");
        }
        source.skipSpace();
    }

    private void memberValue(String name, int depth, Capture capture, int start, Container container)
            throws IOException, Broken {
        int first = source.peek();
        if (first == '[' && (name.equals("releases") || name.equals("records"))) {
            container.open(capture, start);
            source.captureTo(null);
            list(depth + 1, container);
        } else if (first == '{' && name.equals("compiledRelease")) {
            container.open(capture, start);
            container.compiled = new Capture(Emitter.LARGEST_RELEASE);
            source.captureTo(container.compiled);
            scanner.value(0);
            container.compiledExcess = scanner.takeExcess();
        } else if (first == '{' && name.equals("versionedRelease")) {
            container.open(capture, start);
            source.captureTo(null);
            scanner.value(0);
            scanner.takeExcess();
        } else {
            scanner.value(1);
        }
    }
}
