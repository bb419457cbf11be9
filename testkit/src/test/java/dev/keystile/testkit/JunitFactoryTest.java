package dev.keystile.testkit;

import dev.keystile.testkit.conformance.ConformanceTarget;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The lines that {@link ConformanceSuite} shows, at work. */
class JunitFactoryTest {

    @TestFactory
    Stream<DynamicTest> theContractsHold() throws IOException {
        Household household = Household.standard();
        try (MountedServer server = MountedServer.start(household.routes())) {
            ConformanceTarget target = household.targetAt(server.address(), "").build();
            return ConformanceSuite.run(target, check -> check.id().startsWith("logout.")).results().stream()
                    .map(result -> DynamicTest.dynamicTest(result.check().id(), () -> {
                        Assumptions.assumeTrue(result.wasRun(), result.explanation());
                        result.assertNotFailed();
                    }));
        }
    }
}
