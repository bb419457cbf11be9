package dev.keystile.example.helidon;

import dev.keystile.example.adapter.AdapterContract;
import dev.keystile.example.adapter.ServerHabit;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;
import java.util.Set;

class HelidonAdapterTest extends AdapterContract {

    @Override
    protected RunningServer start(RouteTable routes) {
        return HelidonExample.start(routes, 0);
    }

    @Override
    protected Set<ServerHabit> habits() {
        return Set.of(ServerHabit.METHODS_IN_CAPITALS, ServerHabit.NO_ABSOLUTE_FORM);
    }
}
