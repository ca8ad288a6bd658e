package org.quartermaster.procurement.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.UUID;
import org.quartermaster.platform.spool.Spool;

/**
 * An import as its run finds it.
 *
 * @param result null until it has ended
 * @param isSilent whether nobody who has the file was heard of for long
 */
record ImportOrder(
        UUID id,
        String source,
        boolean strict,
        boolean silent,
        Charset charset,
        Spool.Received file,
        String state,
        JsonNode result,
        boolean isSilent) {

    boolean isLoaded() {
        return state.equals("succeeded");
    }
}
