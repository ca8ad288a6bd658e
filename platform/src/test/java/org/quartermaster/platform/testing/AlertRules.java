package org.quartermaster.platform.testing;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The alerts that are given to Prometheus for a service. */
public final class AlertRules {
    private AlertRules() {}

    /** The names of the service's own metrics that its rules look at. */
    public static Set<String> metrics(String service) throws IOException {
        var rules = Path.of("../deploy/prometheus/" + service + ".rules.yml");
        var metric = Pattern.compile("\\b" + service + "_[a-z_]+");
        var named = new TreeSet<String>();
        for (var rule : new YAMLMapper().readTree(rules.toFile()).at("/groups/0/rules")) {
            metric.matcher(rule.get("expr").asText())
                    .results()
                    .map(MatchResult::group)
                    .forEach(named::add);
        }
        return named;
    }
}
