package dev.keystile.example.jdk;

class DemoOnH2Test extends DemoRestartTest {

    @Override
    String store() {
        return "jdbc:h2:" + data.resolve("keystile").toAbsolutePath();
    }
}
