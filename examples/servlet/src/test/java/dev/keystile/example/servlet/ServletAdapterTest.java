package dev.keystile.example.servlet;

import dev.keystile.example.adapter.AdapterContract;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;

class ServletAdapterTest extends AdapterContract {

    @Override
    protected RunningServer start(RouteTable routes) throws Exception {
        return ServletExample.start(routes, 0);
    }
}
