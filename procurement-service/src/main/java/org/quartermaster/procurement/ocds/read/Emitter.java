package org.quartermaster.procurement.ocds.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Texts;

/** Parses what the scanner cut out and hands it on, or tells why not; counts the positions. */
final class Emitter {
    /** Bytes of a release; more is no release but an attack on the memory. */
    static final int LARGEST_RELEASE = 64 << 20;

    private final ByteSource source;
    private final ReleaseSink sink;
    private final PackageCheck packages = new PackageCheck();
    private long index;
    private int documents;

    Emitter(ByteSource source, ReleaseSink sink) {
        this.source = source;
        this.sink = sink;
    }

    void startDocument() {
        documents++;
    }

    boolean isFirstDocument() {
        return documents == 1;
    }

    /** Tells of a part that takes the place of a release and is none. */
    void reject(IssueCode code, String message) {
        sink.issue(Issue.at(takePosition(), code, message));
    }

    /** Hands a release on; tells how many releases with content it was. */
    int release(Capture capture, IssueCode excess) {
        var position = takePosition();
        var read = read(capture, excess, position);
        if (read == null) {
            return 1;
        }
        var value = (ObjectNode) read.value().value();
        if (isLink(value)) {
            var url = Texts.of(value.get("url"));
            sink.issue(Issue.at(position, IssueCode.RELEASE_LINKED, "found a link without content, not fetched: " + url));
            return 0;
        }
        sink.release(new ReadRelease(position, read.text(), value, read.value().issues()));
        return 1;
    }

    /** Ends a package or record; tells how many releases with content it held. */
    int container(Capture members, Container container, IssueCode excess) {
        if (container.found == 0 && container.compiled != null) {
            container.found += compiled(container);
        }
        var position = source.isLines() ? source.line() : index;
        var facts = read(members, excess, position);
        if (facts != null && !facts.value().value().has("ocid")) {
            packages.check(facts.value().value(), position).forEach(sink::issue);
            sink.readPackage(PackageFacts.of(facts.value().value()));
        }
        return container.found;
    }

    private int compiled(Container container) {
        var position = takePosition();
        var read = read(container.compiled, container.compiledExcess, position);
        if (read != null) {
            var value = (ObjectNode) read.value().value();
            value.putArray("tag").add("compiled");
            sink.release(new ReadRelease(position, read.text(), value, read.value().issues()));
        }
        return 1;
    }

    private record Parsed(String text, TreeReader.Read value) {}

    private Parsed read(Capture capture, IssueCode excess, long position) {
        if (excess != null || capture.isOverflown()) {
            var code = excess == null ? IssueCode.VALUE_TOO_LARGE : excess;
            sink.issue(Issue.at(position, code, limit(code)));
            return null;
        }
        try {
            var text = decode(capture);
            return new Parsed(text, TreeReader.read(text, position));
        } catch (CharacterCodingException e) {
            sink.issue(Issue.at(position, IssueCode.INVALID_ENCODING, "found bytes that are no UTF-8"));
        } catch (JacksonException e) {
            sink.issue(Issue.at(position, IssueCode.NOT_JSON, e.getOriginalMessage()));
        } catch (IOException | NumberFormatException e) {
            sink.issue(Issue.at(position, IssueCode.NOT_JSON, "found a number that cannot be read"));
        }
        return null;
    }

    private static String decode(Capture capture) throws CharacterCodingException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        return decoder.decode(ByteBuffer.wrap(capture.bytes())).toString();
    }

    private static String limit(IssueCode code) {
        return code == IssueCode.TOO_DEEP
                ? "found more than " + Json.MAX_DEPTH + " levels, allowed are " + Json.MAX_DEPTH
                : "found a value of more than " + (Json.MAX_VALUE >> 20) + " MiB or a release of more than "
                        + (LARGEST_RELEASE >> 20) + " MiB";
    }

    private static boolean isLink(ObjectNode value) {
        return !value.has("ocid") && Texts.of(value.path("url")) != null;
    }

    private long takePosition() {
        return source.isLines() ? source.line() : index++;
    }
}
