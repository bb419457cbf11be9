package dev.keystile.store.contract.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.keystile.store.token.TokenLedger;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The contract bites: each fault is noticed by the tests that are there for it, and a ledger without a fault passes them all. */
class ContractBitesTest {

    @Test
    void aSoundLedgerOfAnotherMakePasses() {
        Events tests = run(SoundLedger::new).testEvents();

        assertThat(failed(tests)).isEmpty();
        assertThat(tests.succeeded().count()).isGreaterThan(80);
    }

    @ParameterizedTest
    @MethodSource("dev.keystile.store.contract.token.BrokenLedger#all")
    void aFaultIsNoticed(BrokenLedger fault) {
        assertThat(failed(run(fault::make).testEvents())).containsAll(fault.noticedBy());
    }

    private static EngineExecutionResults run(Supplier<TokenLedger> maker) {
        Candidate.maker = maker;
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .selectors(selectClass(Candidate.class))
                .execute();
    }

    private static List<String> failed(Events tests) {
        return tests.failed().stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName().replace("()", ""))
                .toList();
    }

    /** The contract of whatever ledger is under suspicion. Surefire passes nested classes by. */
    static class Candidate extends TokenLedgerContract {

        private static Supplier<TokenLedger> maker = SoundLedger::new;

        @Override
        protected TokenLedger newLedger() {
            return maker.get();
        }

        @Override
        protected int rounds() {
            return 50;
        }
    }
}
