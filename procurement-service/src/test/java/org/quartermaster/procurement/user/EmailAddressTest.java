package org.quartermaster.procurement.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.rest.Fields;

/** E-mail addresses, as requests write them. */
final class EmailAddressTest {
    private static Fields fields(String address) {
        return Fields.ofJson(JsonNodeFactory.instance.objectNode().put("email", address), Fields.Nulls.IGNORED);
    }

    private static String norm(String address) {
        var read = EmailAddress.read(fields(address), "email");
        return read == null ? null : read.norm();
    }

    @ParameterizedTest
    @CsvSource({
        "'A@EXAMPLE.com ', a@example.com",
        "ana+tenders@example.com, ana+tenders@example.com",
        "Ана@пример.мкд, ана@xn--e1afmkfd.xn--d1alf",
        "info@BÜCHER.example, info@xn--bcher-kva.example",
        "ａna@example.com, ana@example.com"
    })
    void anAddressIsTrimmedAndFolded(String written, String norm) {
        assertThat(norm(written)).isEqualTo(norm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a@@example.com",
                "a@b@example.com",
                "@example.com",
                "a@",
                "example.com",
                "a b@example.com",
                "a.@example.com",
                "a..b@example.com",
                "a@-example.com",
                "a@example..com",
                "a@example.c",
                "\"a\"@example.com",
                "a@exa mple.com"
            })
    void whatIsNoAddressIsRefused(String written) {
        assertThat(norm(written)).isNull();
    }

    @Test
    void anAddressOf300CharactersIsRefused() {
        var fields = fields("a@" + "b".repeat(40).concat(".").repeat(8) + "example.com");

        assertThat(EmailAddress.read(fields, "email")).isNull();
        assertThat(fields.errors()).hasSize(1);
    }
}
