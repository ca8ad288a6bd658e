package org.quartermaster.procurement.cpv;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A listed code.
 *
 * @param parent the nearest listed code above it, or null
 * @param description in the language that was asked for, else in another one that there is
 * @param labels by language
 */
@Schema(name = "CpvCode")
public record CpvView(
        String code,
        String code8,
        int checkDigit,
        String prefix,
        int level,
        String parent,
        String description,
        Map<String, String> labels,
        long childrenCount)
        implements Versioned {

    /** NB: the list has no versions; its tag is what it shows. */
    @Override
    public long version() {
        return 1;
    }
}
