package dev.keystile.caa.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystile.caa.fixture.Answer;
import dev.keystile.caa.fixture.FaultPlan;
import dev.keystile.caa.fixture.TestServer;
import dev.keystile.caa.fixture.TestUsers;
import dev.keystile.caa.service.AuthenticatedCaller;
import dev.keystile.caa.service.CaaKeysBuilder;
import dev.keystile.http.Admission;
import dev.keystile.http.AuthRequest;
import dev.keystile.http.HeaderFields;
import dev.keystile.http.RequestGate;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check in front of an application's own paths. */
class GateTest {

    private static final String ACTION = "order:list";

    private final FaultPlan plan = new FaultPlan();
    private final TestServer server =
            TestServer.over(plan.store(), plan.directory(TestUsers.directory()), CaaKeysBuilder::unsealed);
    private final RequestGate gate = new CaaEndpoints(server.keys()).gate(ACTION);

    @Test
    void whoSignedForTheActionIsAdmittedUnderTheirId() {
        Admission admission = gate.admit(request(List.of(server.login().sign(ACTION))));

        assertThat(admission)
                .isInstanceOfSatisfying(
                        Admission.Admitted.class,
                        admitted -> assertThat(admitted.caller())
                                .isInstanceOf(AuthenticatedCaller.class)
                                .extracting(Principal::getName)
                                .isEqualTo("1"));
    }

    @Test
    void whoSignedForAnotherActionIsTurnedAway() {
        assertThat(refusalOf(List.of(server.login().sign("order:delete")))).isEqualTo(Answer.INVALID_SIGNATURE);
    }

    @Test
    void aHeaderThatIsSentTwiceIsTurnedAway() {
        String header = server.login().sign(ACTION);

        assertThat(refusalOf(List.of(header, header))).isEqualTo(Answer.INVALID_AUTHORIZATION);
    }

    @Test
    void whatFailsInsideTurnsEverybodyAway() {
        String header = server.login().sign(ACTION);
        plan.breakBefore(1);

        assertThat(refusalOf(List.of(header))).isEqualTo(Answer.INTERNAL_SERVER_ERROR);
    }

    @Test
    void anActionThatCannotBeSignedIsRefusedWhenItIsConfigured() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaaEndpoints(server.keys()).gate("order list"))
                .withMessageContaining("'order list'");
    }

    private Answer refusalOf(List<String> authorization) {
        return Answer.of(((Admission.TurnedAway) gate.admit(request(authorization))).answer());
    }

    private static AuthRequest request(List<String> authorization) {
        return AuthRequest.builder("GET", "/orders")
                .headers(HeaderFields.of(Map.of("Authorization", authorization)))
                .build();
    }
}
