package org.quartermaster.equipment.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.job.JobRun;

/** The errors of an import: the first in the job, all of them as its output, one JSON object a line. */
final class ImportErrors {
    private final JobRun run;
    private final ObjectMapper json;
    private OutputStream output;

    ImportErrors(JobRun run, ObjectMapper json) {
        this.run = run;
        this.json = json;
    }

    void add(JobError error) {
        try {
            if (output == null) {
                output = run.output("application/x-ndjson", "import-errors.ndjson");
            }
            output.write(json.writeValueAsBytes(error.in(run.language())));
            output.write('\n');
            run.error(error);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
