package org.quartermaster.equipment.scan;

import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.ETags;

/** The live scan token of a machine and the address that its label carries. */
@Schema(name = "ScanToken")
record ScanTokenView(String equipmentId, String token, String url, Instant createdAt) {

    static ScanTokenView of(ScanToken token, ScanConfig config) {
        return new ScanTokenView(token.equipmentId(), token.token(), token.url(config), token.createdAt());
    }

    EntityTag tag() {
        return ETags.of(createdAt.toEpochMilli(), toString());
    }
}
