package dev.keystile.example.jaxrs;

import dev.keystile.example.adapter.AdapterContract;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;

class JaxrsAdapterTest extends AdapterContract {

    @Override
    protected RunningServer start(RouteTable routes) throws Exception {
        return JaxrsExample.start(routes, 0);
    }
}
