package org.quartermaster.catalog.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecificationReaderTest {
    private static final List<Feature> TOOL = List.of(
            feature("EF1", "Nominal voltage", "N", "V", "VLT"),
            feature("EF2", "Length", "N", "mm", "MMT"),
            feature("EF3", "Width", "N", "mm", "MMT"),
            feature("EF4", "Weight", "R", "kg", "KGM"));

    private static Feature feature(String code, String name, String type, String symbol, String unit) {
        return new Feature(code, name, type, symbol, unit, Map.of(), true);
    }

    private static List<String> read(String text) {
        return new SpecificationReader(TOOL)
                .read(text).stream()
                        .map(each -> each.specName + " = " + each.specValue)
                        .toList();
    }

    @Test
    void packingIsReadStepByStep() {
        assertThat(read("Wipes 200/roll, 36/box")).containsExactly("content per roll = 200", "rolls per box = 36");
    }

    @Test
    void aNumberGoesToTheOnlyFeatureThatItCanBeMeantFor() {
        assertThat(read("Drill 18 V")).containsExactly("Nominal voltage = 18 V");
        assertThat(read("Cable 5 mm")).isEmpty();
        assertThat(read("Cable, length 5 mm")).containsExactly("Length = 5 mm");
        assertThat(read("Drill 18 V or 36 V")).isEmpty();
    }

    @Test
    void aSizeInTwoUnitsIsOneSize() {
        assertThat(read("Pad 4x3in (101.6x76.2mm)")).containsExactly("Length = 4 in", "Width = 3 in");
    }

    @Test
    void aBoundIsNoValue() {
        assertThat(read("Bag for at most 5 kg")).isEmpty();
        assertThat(read("Bag of 4-5 kg")).containsExactly("Weight = 4-5 kg");
    }
}
