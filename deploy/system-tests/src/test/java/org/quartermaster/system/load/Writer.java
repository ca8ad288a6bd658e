package org.quartermaster.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.quartermaster.system.Platform;

/** A client that makes resources and changes them, and notes what it is answered. */
final class Writer {
    private static final int STALE = 412;

    private final Resource resource;
    private final String name;
    private final Random random;
    private final Line line;
    private final Map<String, Resource.State> known = new LinkedHashMap<>();
    private volatile int acknowledged;
    private int number;

    Writer(Platform platform, Resource resource, int number, Random random) {
        this.resource = resource;
        this.name = resource + " " + number;
        this.random = random;
        this.line = new Line(platform, resource.service());
    }

    Resource resource() {
        return resource;
    }

    /** What it was told last of each resource that it has made, by their ids. */
    Map<String, Resource.State> known() {
        return known;
    }

    int acknowledged() {
        return acknowledged;
    }

    int unanswered() {
        return line.unanswered();
    }

    void write() {
        var text = name + " " + number++;
        if (known.isEmpty() || random.nextInt(4) == 0) {
            make(text);
        } else {
            change(List.copyOf(known.keySet()).get(random.nextInt(known.size())), text);
        }
        acknowledged++;
    }

    private void make(String text) {
        var body = resource.body(text, text);
        var made = Line.answer(
                "POST " + text, 201, () -> line.send("POST", resource.path(), body, "Idempotency-Key", text));
        assertThat(resource.state(made)).as(text).isEqualTo(new Resource.State(1, text));
        var before = known.put(resource.id(made), resource.state(made));
        assertThat(before).as("what was made before under the id of " + text).isNull();
    }

    private void change(String id, String text) {
        var before = known.get(id);
        var path = resource.path() + "/" + id;
        var changed = Line.answer("PATCH " + path, 200, () -> {
            var answer = line.send("PATCH", path, resource.change(text), "If-Match", "\"" + before.version() + '"');
            // NB: then the answer to an earlier attempt was lost.
            return answer != null && answer.statusCode() == STALE ? line.get(path) : answer;
        });
        assertThat(resource.state(changed)).as(path).isEqualTo(new Resource.State(before.version() + 1, text));
        known.put(id, resource.state(changed));
    }

    /** What a resource is now. */
    Resource.State now(String id) {
        var path = resource.path() + "/" + id;
        return resource.state(Line.answer("GET " + path, 200, () -> line.get(path)));
    }
}
