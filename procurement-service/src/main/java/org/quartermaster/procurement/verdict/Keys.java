package org.quartermaster.procurement.verdict;

import java.util.List;

/**
 * Keys under which criteria are found from a tender.
 *
 * @param cost how many tenders are likely to have one of them, from 0 (hardly any) to 1 (all)
 */
record Keys(List<String> keys, double cost) {
    static String whole(String spelling) {
        return "=" + spelling;
    }

    static String beginning(String spelling) {
        return "*" + spelling;
    }

    static String cpv(String prefix) {
        return "cpv " + prefix;
    }

    static String mainCpv(String prefix) {
        return "main " + prefix;
    }

    /** A key of a value of a criterion; null is the key of tenders that do not state it. */
    static String value(String criterion, Object value) {
        return criterion + " " + (value == null ? "" : value);
    }
}
