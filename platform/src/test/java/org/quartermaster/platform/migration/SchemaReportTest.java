package org.quartermaster.platform.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as a difference. */
final class SchemaReportTest {
    private static Set<String> retyped(String declared, String live) {
        return SchemaReport.of(Map.of(), Map.of("t.c", declared), Map.of("t.c", live))
                .retyped();
    }

    @Test
    void vectorsMayBeOfEitherType() {
        assertEquals(Set.of(), retyped("_float4", "vector"));
        assertEquals(Set.of(), retyped("vector", "_float4"));
    }

    @Test
    void anotherTypeIsTold() {
        assertEquals(Set.of("t.c text"), retyped("_float4", "text"));
        assertEquals(Set.of("t.c vector"), retyped("text", "vector"));
    }
}
