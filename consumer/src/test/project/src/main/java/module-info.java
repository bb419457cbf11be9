/** A server of somebody else's. */
module com.example.shop {
    requires dev.keystile.caa;
    requires dev.keystile.jwt;
}
