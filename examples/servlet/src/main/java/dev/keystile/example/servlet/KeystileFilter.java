package dev.keystile.example.servlet;

import dev.keystile.http.Admission;
import dev.keystile.http.RequestGate;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/**
 * Protects an application's own paths: whoever the gate admits is the request's principal behind this filter, the others get the
 * gate's answer and never come that far. Map it to exactly the paths that it protects, and copy it, with
 * {@link ServletMessages}, as it is.
 */
public final class KeystileFilter implements Filter {

    private final RequestGate gate;

    /** Lets through whom {@code gate} admits. */
    public KeystileFilter(RequestGate gate) {
        this.gate = gate;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Admission admission = gate.admit(ServletMessages.withoutBody(http).build());
        if (admission instanceof Admission.Admitted admitted) {
            chain.doFilter(new AdmittedRequest(http, admitted.caller()), response);
        } else {
            ServletMessages.write(((Admission.TurnedAway) admission).answer(), (HttpServletResponse) response);
        }
    }

    private static final class AdmittedRequest extends HttpServletRequestWrapper {

        private final Principal caller;

        AdmittedRequest(HttpServletRequest request, Principal caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public String getRemoteUser() {
            return caller.getName();
        }
    }
}
