package org.quartermaster.vehicle.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.quartermaster.platform.security.Sha256;

/** A file that was sent, read and judged. */
record Upload(DocumentKind kind, String name, String mediaType, byte[] content, byte[] sha256) {

    /** 415 for a file whose content is none of the kinds that are taken. Blocking. */
    static Upload of(DocumentForm form) throws IOException {
        try (var in = form.file().getInputStream()) {
            var content = in.readAllBytes();
            var format = FileFormat.of(content);
            return new Upload(
                    form.kind(),
                    form.name(),
                    format.mediaType,
                    content,
                    Sha256.digest().digest(content));
        }
    }

    /** What makes two forms the same, whatever boundary their client drew between the parts. */
    byte[] identity() {
        return (kind + "/" + name + "/" + HexFormat.of().formatHex(sha256)).getBytes(StandardCharsets.UTF_8);
    }
}
