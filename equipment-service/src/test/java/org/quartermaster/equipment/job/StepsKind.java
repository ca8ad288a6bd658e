package org.quartermaster.equipment.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Roles;

/** Work for tests: so many steps, each a line of the output and a checkpoint. */
@ApplicationScoped
class StepsKind implements JobKind {
    static final String NAME = "test.steps";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.OPERATOR;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws IOException, InterruptedException {
        var asked = run.parameters();
        var steps = asked.path("steps").intValue();
        var output = run.output("text/plain", "steps.txt");
        var from = run.checkpoint() == null ? 0 : run.checkpoint().path("step").intValue();
        for (var step = from; step < steps; step++) {
            run.progress(step, (long) steps);
            output.write(("step " + step + "\n").getBytes(StandardCharsets.UTF_8));
            run.checkpoint(JsonNodeFactory.instance.objectNode().put("step", step + 1));
            Thread.sleep(asked.path("pause_ms").intValue());
        }
        for (var i = 0; i < asked.path("errors").intValue(); i++) {
            run.error(JobError.of((long) i + 1, "year", "greater_than_equal", 1900));
        }
        if (asked.path("refuse").booleanValue()) {
            throw Problem.invalid("file", "empty_file");
        }
        if (asked.path("break").booleanValue()) {
            throw new IOException("broken on purpose");
        }
        run.progress(steps, (long) steps);
        return Outcome.succeeded(Map.of("steps", steps));
    }
}
