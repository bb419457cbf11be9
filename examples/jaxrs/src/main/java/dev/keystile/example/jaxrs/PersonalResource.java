package dev.keystile.example.jaxrs;

import dev.keystile.caa.service.AuthenticatedCaller;
import dev.keystile.example.common.DemoServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** An application's own resource. Its method stands behind the filter, and so knows who is asking. */
@Path("/api/user/personal")
public final class PersonalResource {

    /** The caller's own profile. */
    @GET
    @Signed("user:personal-profile")
    public Response personal(@Context SecurityContext security) {
        AuthenticatedCaller caller = (AuthenticatedCaller) security.getUserPrincipal();
        return JaxrsMessages.response(DemoServices.personal(caller.account()));
    }
}
