package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The samples of the machines of a document; the machines are looked up many at a time. Blocking. */
final class SnapshotSamples implements Iterator<ObjectNode> {
    private static final int AT_A_TIME = 500;

    private final Iterator<ObjectNode> equipment;
    private final Function<List<Identity>, List<String>> register;
    private final Deque<ObjectNode> samples = new ArrayDeque<>();

    /** @param register finds the ids of machines, null for those that are not there */
    SnapshotSamples(Iterator<ObjectNode> equipment, Function<List<Identity>, List<String>> register) {
        this.equipment = equipment;
        this.register = register;
    }

    @Override
    public boolean hasNext() {
        while (samples.isEmpty() && equipment.hasNext()) {
            read();
        }
        return !samples.isEmpty();
    }

    private void read() {
        var snapshots = new ArrayList<Snapshot>();
        while (snapshots.size() < AT_A_TIME && equipment.hasNext()) {
            snapshots.add(Snapshot.of(equipment.next()));
        }
        var found = register.apply(snapshots.stream().map(Snapshot::identity).toList());
        for (var i = 0; i < snapshots.size(); i++) {
            for (var sample : snapshots.get(i).samples()) {
                snapshots.get(i).identity().name(sample, found.get(i));
                samples.add(sample);
            }
        }
    }

    @Override
    public ObjectNode next() {
        return samples.remove();
    }
}
