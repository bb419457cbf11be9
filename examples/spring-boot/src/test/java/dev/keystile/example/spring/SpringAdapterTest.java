package dev.keystile.example.spring;

import dev.keystile.example.adapter.AdapterContract;
import dev.keystile.example.adapter.BreakableStore;
import dev.keystile.example.adapter.FastServices;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;

class SpringAdapterTest extends AdapterContract {

    @Override
    protected RunningServer start(RouteTable routes) {
        return SpringExample.start(
                routes, FastServices.over(new BreakableStore()).keys(), 0);
    }
}
