package org.quartermaster.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as a difference. */
final class SchemaReportTest {
    private static SchemaReport report(String declared, String live) {
        return SchemaReport.of(Map.of(), Map.of("t.c", declared), Map.of("t.c", live));
    }

    @Test
    void vectorsMayBeOfEitherType() {
        assertThat(report("_float4", "vector").retyped()).isEmpty();
        assertThat(report("vector", "_float4").retyped()).isEmpty();
    }

    @Test
    void anotherTypeIsTold() {
        assertThat(report("_float4", "text").retyped()).containsExactly("t.c text");
        assertThat(report("text", "vector").retyped()).containsExactly("t.c vector");
    }
}
