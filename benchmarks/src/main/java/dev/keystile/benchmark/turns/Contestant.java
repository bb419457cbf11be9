package dev.keystile.benchmark.turns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * A benchmark, and how it is run.
 *
 * @param benchmark class and method, without the package
 * @param parameters values of its parameters by their names
 * @param threads how many run it at once
 * @param java the launcher of the JDK; empty for the one that runs this
 * @param jvmArguments what that is started with, beside what everyone gets
 */
public record Contestant(
        String benchmark, Map<String, String> parameters, int threads, String java, List<String> jvmArguments) {

    /** {@code benchmark} as it is: one thread, this JDK. */
    public static Contestant of(String benchmark) {
        return new Contestant(benchmark, Map.of(), 1, "", List.of());
    }

    /** This one, with a parameter. */
    public Contestant with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Contestant(benchmark, more, threads, java, jvmArguments);
    }

    /** This one, by so many threads. */
    public Contestant threads(int count) {
        return new Contestant(benchmark, parameters, count, java, jvmArguments);
    }

    /** This one, on another JDK. */
    public Contestant on(String launcher, String... arguments) {
        return new Contestant(benchmark, parameters, threads, launcher, List.of(arguments));
    }

    void describe(ChainedOptionsBuilder options) {
        options.include("\\." + benchmark.replace(".", "\\.") + "$").threads(threads);
        parameters.forEach(options::param);
        if (!java.isEmpty()) {
            options.jvm(java);
        }
    }
}
