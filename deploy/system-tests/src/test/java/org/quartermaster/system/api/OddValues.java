package org.quartermaster.system.api;

import java.util.List;
import java.util.Random;

/** Values that no client should send, and some that are merely rare. */
final class OddValues {
    /** As they stand in a URL: some are not encoded as they should be. */
    private static final List<String> IN_URLS = List.of("""
            %20 null undefined NaN -1 0 -0 1.5 1e400 1e-400 0x10 1_000 true 2147483648 -2147483649
            9223372036854775808 99999999999999999999999999999999 infinity -infinity %00 a%00b % %zz %2
            %C3%28 %FF%FE %ED%A0%80 %F0%9F%9A%9C %D9%A3%D9%A4 %E2%80%AE%E2%80%8B
            '%3B%20drop%20table%20x%3B-- %22 %5C %2525 $1 %3F1 ..%2F..%2Fetc%2Fpasswd %7B%7D [] {} , a,b,,c
            %0D%0AX-Odd:%201 2024-02-30 2024-13-45T25:61:61Z -999999999-01-01T00:00:00Z
            %2B999999999-12-31T23:59:59Z 0000-00-00T00:00:00Z P1Y 24:00 eyJhIjoxfQ eyJhIjpbbnVsbF19 AAAA
            ==== %25%25%25 name:asc - --created_at id,id,id 1,2,3,4 -180,-90,180,90 NaN,NaN,NaN,NaN
            """.strip().split("\\s+"));

    /** As they stand in JSON, one a line. */
    private static final List<String> IN_JSON = """
            null
            true
            0
            -1
            -0.0
            1.5
            1e400
            -1e400
            1e-400
            9223372036854775808
            2147483648
            0.12345678901234567890123456789
            1E+2147483647
            1e999999999
            ""
            " "
            "\\u0000"
            "a\\u0000b"
            "\\ud800"
            "\\udc00\\ud800"
            "\\u202e\\u200b"
            "\ud83d\ude9c"
            "NaN"
            "infinity"
            "-infinity"
            "1"
            "true"
            "null"
            "2024-02-30"
            "24:00"
            "2024-02-30T25:00:00Z"
            "-999999999-01-01T00:00:00Z"
            "+999999999-12-31T23:59:59.999999999Z"
            "'; drop table x; --"
            "../../etc/passwd"
            "<script>alert(1)</script>"
            "%s%n%x"
            "${jndi:ldap://localhost/x}"
            "http://[::1"
            "file:///etc/passwd"
            "a@b"
            "\\t\\r\\n"
            []
            {}
            [[]]
            [null]
            [{}]
            {"":null}
            {"\\u0000":1}
            {"__proto__":{"a":1}}
            [1,"a",null,{},[]]
            """.lines().toList();

    private OddValues() {}

    static String inUrl(Random random) {
        return switch (random.nextInt(24)) {
            case 0 -> "";
            case 1 -> "9".repeat(400);
            case 2 -> "%F0%9F%9A%9C".repeat(200);
            case 3 -> "x,".repeat(1500);
            case 4 -> "a".repeat(3000);
            default -> IN_URLS.get(random.nextInt(IN_URLS.size()));
        };
    }

    static String inJson(Random random) {
        return switch (random.nextInt(24)) {
            case 0 -> '"' + "a".repeat(70_000) + '"';
            case 1 -> "9".repeat(5000);
            case 2 -> "0." + "1".repeat(5000);
            case 3 -> "[".repeat(5000) + "]".repeat(5000);
            case 4 -> "{\"a\":".repeat(900) + "1" + "}".repeat(900);
            case 5 -> "[" + "0,".repeat(5000) + "0]";
            case 6 -> "[" + "{},".repeat(2000) + "{}]";
            default -> IN_JSON.get(random.nextInt(IN_JSON.size()));
        };
    }

    static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
