package dev.keystile.example.spring;

import dev.keystile.caa.endpoint.CaaAnswers;
import dev.keystile.caa.service.AuthenticatedCaller;
import dev.keystile.caa.service.Authentication;
import dev.keystile.caa.service.CaaKeys;
import dev.keystile.caa.service.Refused;
import dev.keystile.example.common.DemoServices;
import dev.keystile.http.AuthResponse;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** An application's own endpoints, which call the service themselves: a refusal is a value like any other. */
@RestController
class AccountController {

    private static final Logger LOG = LoggerFactory.getLogger(AccountController.class);

    private final CaaKeys keys;

    AccountController(CaaKeys keys) {
        this.keys = keys;
    }

    /** The caller's own profile. */
    @GetMapping("/api/user/personal")
    ResponseEntity<byte[]> personal(@RequestHeader HttpHeaders headers) {
        return ifSigned("user:personal-profile", headers, caller -> DemoServices.personal(caller.account()));
    }

    /** Ends every login of the caller, on whatever device. */
    @DeleteMapping("/api/user/logins")
    ResponseEntity<byte[]> logOutEverywhere(@RequestHeader HttpHeaders headers) {
        return ifSigned(
                "user:logout-everywhere",
                headers,
                caller -> AuthResponse.json(200, Map.of("ended", keys.revokeAll(caller.userId()))));
    }

    /** A store or a directory that fails is answered as the contracts answer it: the details are in the log alone. */
    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(RuntimeException failure) {
        LOG.error("A request failed unexpectedly and was answered with 500", failure);
        return entity(AuthResponse.json(500, Map.of("message", "Internal Server Error")));
    }

    private ResponseEntity<byte[]> ifSigned(
            String action, HttpHeaders headers, Function<AuthenticatedCaller, AuthResponse> serve) {
        Authentication result = keys.authenticate(action, headers.getOrEmpty(HttpHeaders.AUTHORIZATION));
        return entity(
                result instanceof AuthenticatedCaller caller
                        ? serve.apply(caller)
                        : CaaAnswers.refused((Refused) result));
    }

    private static ResponseEntity<byte[]> entity(AuthResponse answer) {
        ResponseEntity.BodyBuilder entity = ResponseEntity.status(answer.status());
        answer.headers().forEach(entity::header);
        return entity.body(answer.body());
    }
}
