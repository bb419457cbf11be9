package dev.keystile.example.jaxrs;

import dev.keystile.http.Admission;
import dev.keystile.http.RequestGate;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.function.Function;

/**
 * Protects the resource methods that are marked {@link Signed}: whoever their gate admits is the principal of the request's
 * security context, the others get the gate's answer. Copy it, with {@link JaxrsMessages}, as it is.
 */
@Signed("")
final class SignedFilter implements ContainerRequestFilter {

    private final Function<String, RequestGate> gates;

    @Inject
    private ResourceInfo resource;

    /** @param gates the gate for an action */
    SignedFilter(Function<String, RequestGate> gates) {
        this.gates = gates;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String action = resource.getResourceMethod().getAnnotation(Signed.class).value();
        Admission admission =
                gates.apply(action).admit(JaxrsMessages.withoutBody(request).build());
        if (admission instanceof Admission.Admitted admitted) {
            request.setSecurityContext(new VerifiedCaller(admitted.caller(), request.getSecurityContext()));
        } else {
            request.abortWith(JaxrsMessages.response(((Admission.TurnedAway) admission).answer()));
        }
    }

    private record VerifiedCaller(Principal caller, SecurityContext former) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return former.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return former.getAuthenticationScheme();
        }
    }
}
