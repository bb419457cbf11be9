package dev.keystile.example.vertx;

import dev.keystile.example.adapter.AdapterContract;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;
import io.vertx.core.Vertx;

class VertxAdapterTest extends AdapterContract {

    @Override
    protected RunningServer start(RouteTable routes) {
        return VertxExample.start(routes, Vertx.vertx(), 0);
    }
}
