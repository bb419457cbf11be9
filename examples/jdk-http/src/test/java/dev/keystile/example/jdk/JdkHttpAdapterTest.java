package dev.keystile.example.jdk;

import com.sun.net.httpserver.HttpServer;
import dev.keystile.example.adapter.AdapterContract;
import dev.keystile.example.common.RunningServer;
import dev.keystile.http.RouteTable;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The adapter keeps what every adapter keeps. */
class JdkHttpAdapterTest extends AdapterContract {

    @Override
    protected RunningServer start(RouteTable routes) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", new JdkHttpAdapter(routes));
        ExecutorService workers = Executors.newCachedThreadPool();
        server.setExecutor(workers);
        server.start();
        return new RunningServer(server.getAddress().getPort(), () -> {
            server.stop(0);
            workers.shutdown();
        });
    }
}
