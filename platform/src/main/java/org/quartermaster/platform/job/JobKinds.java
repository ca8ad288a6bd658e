package org.quartermaster.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** The kinds of jobs that this service knows, and who may see which. */
@ApplicationScoped
final class JobKinds {
    private final Map<String, JobKind> byName;

    @Inject
    JobKinds(@Any Instance<JobKind> kinds) {
        byName = kinds.stream().collect(Collectors.toMap(JobKind::name, kind -> kind));
    }

    String[] names() {
        return byName.keySet().toArray(String[]::new);
    }

    JobKind named(String name) {
        return byName.get(name);
    }

    /** The names of the kinds that the caller may see. */
    String[] visibleTo(Caller caller) {
        return byName.values().stream()
                .filter(kind -> caller.is(kind.role()))
                .map(JobKind::name)
                .toArray(String[]::new);
    }

    /** 403 unless the caller may see jobs of this kind. */
    void require(Caller caller, String name) {
        var kind = named(name);
        if (kind == null || !caller.is(kind.role())) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }
}
