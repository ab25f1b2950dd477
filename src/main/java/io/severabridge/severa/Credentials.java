package io.severabridge.severa;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Says with each call who we are. A token that Severa refuses is thrown away, so that the next call asks for a new one. */
final class Credentials implements ClientHttpRequestInterceptor {
    private final AccessToken token;
    private final String clientId;

    Credentials(AccessToken token, String clientId) {
        this.token = token;
        this.clientId = clientId;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution call)
            throws IOException {
        String bearer = token.value();
        request.getHeaders().setBearerAuth(bearer);
        request.getHeaders().set("Client_Id", clientId);
        ClientHttpResponse answer = call.execute(request, body);
        if (answer.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            token.refused(bearer);
        }
        return answer;
    }
}
