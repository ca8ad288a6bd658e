package org.quartermaster.equipment.maintenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.reference.MaintenanceType;

class HashChainTest {

    private static List<MaintenanceRecord> chain(int length) {
        var chain = new ArrayList<MaintenanceRecord>();
        for (var i = 1; i <= length; i++) {
            var record = new MaintenanceRecord();
            record.recordId = "maint_" + i;
            record.maintenanceType = MaintenanceType.REPAIR;
            record.description = "Work " + i;
            record.performedAt = Instant.EPOCH;
            record.cost = new BigDecimal("10.50");
            HashChain.append(record, chain.isEmpty() ? null : chain.get(i - 2));
            chain.add(record);
        }
        return chain;
    }

    @Test
    void untouchedChainIsFine() {
        assertTrue(HashChain.verify(List.of()).ok());
        assertTrue(HashChain.verify(chain(5)).ok());
    }

    @Test
    void changedLetterNamesTheRecord() {
        var chain = chain(5);
        chain.get(2).description = "work 3";

        assertEquals("maint_3", HashChain.verify(chain).firstBadRecordId());
    }

    @Test
    void removedRecordNamesTheOneAfterIt() {
        var chain = chain(5);
        chain.remove(1);

        assertEquals("maint_3", HashChain.verify(chain).firstBadRecordId());
    }

    @Test
    void insertedRecordIsNamed() {
        var chain = chain(3);
        var forged = chain(1).get(0);
        forged.recordId = "maint_forged";
        HashChain.append(forged, chain.get(1));
        chain.add(2, forged);

        assertEquals("maint_3", HashChain.verify(chain).firstBadRecordId());
    }

    @Test
    void scaleOfANumberDoesNotMatter() {
        var chain = chain(1);
        chain.get(0).cost = new BigDecimal("10.5");

        assertTrue(HashChain.verify(chain).ok());
    }

    @Test
    void canonicalJsonFollowsRfc8785() {
        var members = new TreeMap<String, Object>();
        members.put("b", new BigDecimal("100.00"));
        members.put("a", "\u20ac$\u000f\nA'B\"\\\"/");
        members.put("c", null);
        members.put("d", new String[] {"x", "y"});
        members.put("e", new String[] {});

        assertEquals(
                "{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\",\"b\":100,\"c\":null,\"d\":[\"x\",\"y\"],\"e\":[]}",
                Canonical.json(members));
    }
}
