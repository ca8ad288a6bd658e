package org.quartermaster.catalog.etim;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A feature that the articles of a class are described by.
 *
 * @param type A: one of the values, L: yes or no, N: a number, R: a range
 * @param unit null where there is none
 */
@Schema(name = "EtimClassFeature")
record EtimFeatureView(String code, String name, String type, int sort, Unit unit, List<Value> values) {

    /**
     * The unit of a feature within the class.
     *
     * @param uomCode in UN/ECE Recommendation 20, where there is one
     */
    @Schema(name = "EtimUnit")
    record Unit(String code, String symbol, String uomCode) {}

    /** A value that the feature may have. */
    @Schema(name = "EtimValue")
    record Value(String code, String name) {}
}
