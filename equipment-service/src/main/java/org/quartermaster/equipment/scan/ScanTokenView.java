package org.quartermaster.equipment.scan;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** The live scan token of a machine and the address that its label carries. */
@Schema(name = "ScanToken")
record ScanTokenView(String equipmentId, String token, String url, Instant createdAt) implements Versioned {

    static ScanTokenView of(ScanToken token, ScanConfig config) {
        return new ScanTokenView(token.equipmentId(), token.token(), token.url(config), token.createdAt());
    }

    @Override
    public long version() {
        return createdAt.toEpochMilli();
    }
}
