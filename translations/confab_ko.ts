<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>BoundText</name>
    <message>
        <source>It took its messages too slowly: more waited for it than allowed here.</source>
        <translation>메시지를 너무 느리게 받았습니다: 허용된 것보다 많은 데이터가 쌓였습니다.</translation>
    </message>
    <message>
        <source>It gave no sign of life in the time allowed after a ping.</source>
        <translation>Ping을 보낸 뒤 허용된 시간 안에 아무 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>It sent more bytes per second than allowed here.</source>
        <translation>초당 허용된 것보다 많은 바이트를 보냈습니다.</translation>
    </message>
    <message>
        <source>It sent more messages, pings or pongs per second than allowed here.</source>
        <translation>초당 허용된 것보다 많은 메시지, Ping 또는 Pong을 보냈습니다.</translation>
    </message>
    <message>
        <source>The messages that had begun and not ended took more than allowed here, and its was the largest.</source>
        <translation>시작하고 아직 끝나지 않은 메시지들이 여기서 허용하는 것보다 많은 메모리를 차지했고, 그중 이 연결의 메시지가 가장 컸습니다.</translation>
    </message>
</context>
<context>
    <name>BytesErrorText</name>
    <message>
        <source>“%1” at character %2 is not a hexadecimal digit (0–9, a–f).</source>
        <translation>%2번째 문자 “%1”은(는) 16진수 숫자(0–9, a–f)가 아닙니다.</translation>
    </message>
    <message>
        <source>The byte at character %1 has one digit; write two, such as 0%2.</source>
        <translation>%1번째 문자의 바이트가 한 자리입니다. 0%2처럼 두 자리로 입력하십시오.</translation>
    </message>
    <message>
        <source>“%1” at character %2 is not base64 (A–Z, a–z, 0–9, +, /).</source>
        <translation>%2번째 문자 “%1”은(는) base64 문자(A–Z, a–z, 0–9, +, /)가 아닙니다.</translation>
    </message>
    <message>
        <source>“=” at character %1 may stand at the end only.</source>
        <translation>%1번째 문자 “=”는 맨 끝에만 올 수 있습니다.</translation>
    </message>
    <message>
        <source>The base64 text ends too early: its last group is not complete.</source>
        <translation>base64 텍스트가 중간에 끝났습니다. 마지막 묶음이 완전하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>CertificateText</name>
    <message>
        <source>Subject: %1</source>
        <translation>주체: %1</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>이름과 주소: %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>발급자: %1</translation>
    </message>
    <message>
        <source>Valid: from %1 to %2</source>
        <translation>유효 기간: %1부터 %2까지</translation>
    </message>
    <message>
        <source>It is signed by itself: nobody whom this computer trusts vouches for it.</source>
        <translation>자체 서명된 인증서입니다. 이 컴퓨터가 신뢰하는 기관이 보증하지 않습니다.</translation>
    </message>
    <message>
        <source>It was issued by someone whom this computer does not know.</source>
        <translation>이 컴퓨터가 모르는 기관이 발급했습니다.</translation>
    </message>
    <message>
        <source>It is for other names than the host in the URL.</source>
        <translation>URL의 호스트가 아닌 다른 이름에 대한 인증서입니다.</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>유효 기간이 지났습니다.</translation>
    </message>
    <message>
        <source>It is not valid yet; or the clock of this computer is slow.</source>
        <translation>아직 유효 기간이 시작되지 않았습니다. 또는 이 컴퓨터의 시계가 늦습니다.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>폐기된 인증서입니다.</translation>
    </message>
    <message>
        <source>It, or its issuer&apos;s, may not be used for this purpose.</source>
        <translation>이 인증서나 발급자의 인증서는 이 용도로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The server showed none.</source>
        <translation>서버가 인증서를 제시하지 않았습니다.</translation>
    </message>
    <message>
        <source>It is not made as certificates must be.</source>
        <translation>인증서의 형식이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256 지문:</translation>
    </message>
</context>
<context>
    <name>ClientErrorText</name>
    <message>
        <source>The system says: %1</source>
        <translation>시스템 메시지: %1</translation>
    </message>
    <message>
        <source>The server refused the opening handshake with status %1.</source>
        <translation>서버가 열기 핸드셰이크를 거부했습니다. 상태 코드: %1</translation>
    </message>
    <message>
        <source>The server refused the opening handshake with status %1 (%2).</source>
        <translation>서버가 열기 핸드셰이크를 거부했습니다. 상태 코드: %1(%2)</translation>
    </message>
    <message>
        <source>Something in the request is not to the server&apos;s liking, often the subprotocols.</source>
        <translation>요청에 서버가 받아들이지 않는 내용이 있습니다. 서브프로토콜 때문인 경우가 많습니다.</translation>
    </message>
    <message>
        <source>Read its answer below, and offer subprotocols that it supports.</source>
        <translation>아래의 서버 응답을 읽고, 서버가 지원하는 서브프로토콜을 제시하십시오.</translation>
    </message>
    <message>
        <source>It wants to know who you are.</source>
        <translation>서버가 인증을 요구합니다.</translation>
    </message>
    <message>
        <source>Add an Authorization or Cookie header that it accepts.</source>
        <translation>서버가 받아들이는 Authorization 또는 Cookie 헤더를 추가하십시오.</translation>
    </message>
    <message>
        <source>It does not let this client or this Origin in.</source>
        <translation>서버가 이 클라이언트 또는 이 Origin의 접속을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Add the Origin header that the server expects, or have this one allowed there.</source>
        <translation>서버가 기대하는 Origin 헤더를 추가하거나, 서버에서 이 Origin을 허용하게 하십시오.</translation>
    </message>
    <message>
        <source>There is no WebSocket at this path.</source>
        <translation>이 경로에는 WebSocket이 없습니다.</translation>
    </message>
    <message>
        <source>Check the path of the URL.</source>
        <translation>URL의 경로를 확인하십시오.</translation>
    </message>
    <message>
        <source>It speaks another version of the WebSocket protocol.</source>
        <translation>서버가 다른 버전의 WebSocket 프로토콜을 사용합니다.</translation>
    </message>
    <message>
        <source>Look at the Sec-WebSocket-Version header of its answer.</source>
        <translation>응답의 Sec-WebSocket-Version 헤더를 확인하십시오.</translation>
    </message>
    <message>
        <source>It is full or overloaded.</source>
        <translation>서버의 자리가 다 찼거나 과부하 상태입니다.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>나중에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>It answered as an ordinary web server would.</source>
        <translation>WebSocket이 아닌 일반 웹 서버처럼 응답했습니다.</translation>
    </message>
    <message>
        <source>Read its answer below, and check the URL.</source>
        <translation>아래의 서버 응답을 읽고 URL을 확인하십시오.</translation>
    </message>
    <message>
        <source>This is not a WebSocket URL.</source>
        <translation>WebSocket URL이 아닙니다.</translation>
    </message>
    <message>
        <source>It must begin with ws:// or wss:// and name a host.</source>
        <translation>ws:// 또는 wss://로 시작하고 호스트가 있어야 합니다.</translation>
    </message>
    <message>
        <source>Write it like ws://localhost:3000/chat.</source>
        <translation>ws://localhost:3000/chat과 같이 입력하십시오.</translation>
    </message>
    <message>
        <source>The list of subprotocols cannot be sent.</source>
        <translation>서브프로토콜 목록을 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>A name in it has characters that are not allowed, or is there twice.</source>
        <translation>허용되지 않는 문자가 든 이름이 있거나 같은 이름이 두 번 있습니다.</translation>
    </message>
    <message>
        <source>The extra headers cannot be sent.</source>
        <translation>추가 헤더를 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>A name or a value has characters that are not allowed in a header.</source>
        <translation>이름이나 값에 헤더에서 허용되지 않는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>Write each header in a line of its own, like Name: value.</source>
        <translation>헤더를 한 줄에 하나씩 “이름: 값” 형식으로 입력하십시오.</translation>
    </message>
    <message>
        <source>The host was not found.</source>
        <translation>호스트를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>No address is known for that name.</source>
        <translation>이 이름에 해당하는 주소가 없습니다.</translation>
    </message>
    <message>
        <source>Check the spelling of the URL, and that this computer is on the network.</source>
        <translation>URL의 철자와 이 컴퓨터의 네트워크 연결을 확인하십시오.</translation>
    </message>
    <message>
        <source>The connection was refused.</source>
        <translation>연결이 거부되었습니다.</translation>
    </message>
    <message>
        <source>No program is listening on that port of the host.</source>
        <translation>호스트의 해당 포트에서 수신 대기 중인 프로그램이 없습니다.</translation>
    </message>
    <message>
        <source>Check the port, and that the server is running.</source>
        <translation>포트 번호와 서버가 실행 중인지 확인하십시오.</translation>
    </message>
    <message>
        <source>The host cannot be reached.</source>
        <translation>호스트에 도달할 수 없습니다.</translation>
    </message>
    <message>
        <source>No network leads to it from this computer.</source>
        <translation>이 컴퓨터에서 그 호스트로 통하는 네트워크가 없습니다.</translation>
    </message>
    <message>
        <source>Check the network connection and the address.</source>
        <translation>네트워크 연결과 주소를 확인하십시오.</translation>
    </message>
    <message>
        <source>The proxy did not make the connection.</source>
        <translation>프록시가 연결해 주지 않았습니다.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address and password, or connect without it.</source>
        <translation>프록시의 주소와 암호를 확인하거나 프록시 없이 연결하십시오.</translation>
    </message>
    <message>
        <source>The encrypted connection could not be set up.</source>
        <translation>암호화된 연결을 맺지 못했습니다.</translation>
    </message>
    <message>
        <source>Check the server&apos;s certificate, or that the server speaks TLS on this port (wss://).</source>
        <translation>서버의 인증서를 확인하고, 서버가 이 포트에서 TLS(wss://)를 사용하는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The server began its answer and did not finish it in time.</source>
        <translation>서버가 응답을 시작했지만 제한 시간 안에 끝내지 않았습니다.</translation>
    </message>
    <message>
        <source>An empty line ends the head of an answer; it never came.</source>
        <translation>응답 헤더는 빈 줄로 끝나는데, 그 빈 줄이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>If the server is your own, send \r\n\r\n behind the last header; otherwise try again.</source>
        <translation>직접 만든 서버라면 마지막 헤더 뒤에 \r\n\r\n을 보내십시오. 아니면 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>서버가 제한 시간 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>It is busy, or something between drops what is sent to it.</source>
        <translation>서버가 바쁘거나, 중간의 장비가 서버로 가는 데이터를 버리고 있습니다.</translation>
    </message>
    <message>
        <source>Try again, and check the address and the firewall.</source>
        <translation>다시 시도하고, 주소와 방화벽을 확인하십시오.</translation>
    </message>
    <message>
        <source>The connection was lost before the opening handshake was finished.</source>
        <translation>열기 핸드셰이크가 끝나기 전에 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>Check that this is a WebSocket server, and whether it expects ws:// or wss://.</source>
        <translation>WebSocket 서버가 맞는지, ws://와 wss:// 중 어느 쪽을 사용하는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The answer was not HTTP.</source>
        <translation>응답이 HTTP가 아닙니다.</translation>
    </message>
    <message>
        <source>Check that a WebSocket server listens on this port, and whether it expects ws:// or wss://.</source>
        <translation>이 포트에서 WebSocket 서버가 수신 대기 중인지, ws://와 wss:// 중 어느 쪽을 사용하는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The server sends you elsewhere with status %1.</source>
        <translation>서버가 다른 주소를 안내했습니다. 상태 코드: %1</translation>
    </message>
    <message>
        <source>It does not say where to.</source>
        <translation>어디로 가야 하는지는 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>It names %1.</source>
        <translation>안내한 주소: %1</translation>
    </message>
    <message>
        <source>Redirects are not followed: connect to that address yourself if you trust it.</source>
        <translation>리디렉션은 자동으로 따라가지 않습니다. 믿을 수 있는 주소라면 직접 그 주소로 연결하십시오.</translation>
    </message>
    <message>
        <source>The server&apos;s answer to the opening handshake was wrong.</source>
        <translation>열기 핸드셰이크에 대한 서버의 응답이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The server, or something between, does not do the opening handshake properly.</source>
        <translation>서버 또는 중간의 장비가 열기 핸드셰이크를 제대로 처리하지 못합니다.</translation>
    </message>
    <message>
        <source>Connecting was cancelled.</source>
        <translation>연결을 취소했습니다.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation>서버의 인증서를 신뢰할 수 없습니다.</translation>
    </message>
    <message>
        <source>Compare its SHA-256 fingerprint below with the one that the host sees. Trust the certificate only if they are the same.</source>
        <translation>아래의 SHA-256 지문을 진행자의 화면에 보이는 지문과 비교하십시오. 둘이 같을 때만 인증서를 신뢰하십시오.</translation>
    </message>
    <message>
        <source>The server shows another certificate than the one you trusted.</source>
        <translation>서버가 신뢰하기로 한 것과 다른 인증서를 제시했습니다.</translation>
    </message>
    <message>
        <source>You trusted %1. The server may have a new one, or someone may be listening between you and it.</source>
        <translation>신뢰하기로 한 인증서는 %1입니다. 서버의 인증서가 새것으로 바뀌었거나, 누군가 중간에서 엿듣고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Ask the host whether the certificate is new. Only if it is, forget the old one and connect again.</source>
        <translation>인증서가 바뀌었는지 진행자에게 물어보십시오. 바뀐 것이 맞을 때만 이전 인증서의 신뢰를 해제하고 다시 연결하십시오.</translation>
    </message>
    <message>
        <source>It saw no request for a WebSocket: a proxy before it may have dropped the Upgrade header.</source>
        <translation>WebSocket 요청을 받지 못한 것처럼 답했습니다. 앞에 있는 프록시가 Upgrade 헤더를 빠뜨렸을 수 있습니다.</translation>
    </message>
    <message>
        <source>Have the proxy pass Upgrade and Connection on, or connect past it.</source>
        <translation>프록시가 Upgrade와 Connection 헤더를 넘기도록 설정하거나, 프록시를 거치지 않고 연결하십시오.</translation>
    </message>
    <message>
        <source>Not connected to %1 yet.</source>
        <translation>%1에 아직 연결하지 않았습니다.</translation>
    </message>
    <message>
        <source>The extra headers were meant for another server, and would go to this one.</source>
        <translation>추가 헤더는 다른 서버에 보내려던 것인데, 연결하면 이 서버로 전송됩니다.</translation>
    </message>
    <message>
        <source>Look at them in the options, then press Connect.</source>
        <translation>옵션에서 추가 헤더를 확인한 다음 연결을 누르십시오.</translation>
    </message>
    <message>
        <source>Tried: %1.</source>
        <translation>시도한 주소: %1.</translation>
    </message>
    <message>
        <source>A proxy before it wants to know who you are.</source>
        <translation>서버 앞의 프록시가 누구인지 확인하려고 합니다.</translation>
    </message>
    <message>
        <source>Add a Proxy-Authorization header that it accepts, or connect past it.</source>
        <translation>프록시가 받아들이는 Proxy-Authorization 헤더를 추가하거나, 프록시를 거치지 않고 연결하십시오.</translation>
    </message>
    <message>
        <source>It does not know this host name as one of its own.</source>
        <translation>서버가 이 호스트 이름을 자신의 이름으로 인정하지 않습니다.</translation>
    </message>
    <message>
        <source>Connect by a name or address that the server has.</source>
        <translation>서버가 사용하는 이름이나 주소로 연결하십시오.</translation>
    </message>
    <message>
        <source>Your address has too many connections, or connects too often.</source>
        <translation>이 컴퓨터의 주소에서 너무 많이, 또는 너무 자주 연결했습니다.</translation>
    </message>
    <message>
        <source>Close some of them, or try again a little later.</source>
        <translation>다른 연결을 닫거나, 잠시 뒤에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The header of the request is too large for it.</source>
        <translation>요청 헤더가 서버가 받는 크기보다 큽니다.</translation>
    </message>
    <message>
        <source>Make the extra headers shorter.</source>
        <translation>추가 헤더를 줄이십시오.</translation>
    </message>
    <message>
        <source>The server, or a proxy before it, failed.</source>
        <translation>서버나 그 앞의 프록시에 오류가 생겼습니다.</translation>
    </message>
    <message>
        <source>Try again later; its answer below may say more.</source>
        <translation>나중에 다시 시도하십시오. 아래의 서버 응답에 자세한 내용이 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Write names of letters, digits, dots, hyphens and underscores, separated by commas, each of them once.</source>
        <translation>영문자, 숫자, 마침표(.), 하이픈(-), 밑줄(_)로 된 이름을 쉼표로 구분하여 한 번씩만 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>ClientFailure</name>
    <message>
        <source>cancelled</source>
        <translation>취소함</translation>
    </message>
    <message>
        <source>never was OPEN</source>
        <translation>OPEN이 되지 못함</translation>
    </message>
    <message>
        <source>Connect there</source>
        <translation>그 주소로 연결</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>이 인증서 신뢰</translation>
    </message>
    <message>
        <source>Remember this very certificate for this host and port, and connect again</source>
        <translation>이 호스트와 포트에 대해 바로 이 인증서를 기억하고 다시 연결합니다.</translation>
    </message>
    <message>
        <source>Forget the old certificate</source>
        <translation>이전 인증서 신뢰 해제</translation>
    </message>
    <message>
        <source>The next connection will ask about the new one</source>
        <translation>다음 연결에서 새 인증서를 신뢰할지 묻습니다.</translation>
    </message>
    <message>
        <source>The server gave no sign of life, and the connection was given up.</source>
        <translation>서버가 아무 응답이 없어 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>If it stands still on purpose, turn off “Ping while it is quiet” in the options.</source>
        <translation>일부러 멈춰 둔 서버라면 옵션에서 ‘조용하면 Ping 보내기’를 끄십시오.</translation>
    </message>
    <message>
        <source>The server sent more than this connection takes, and it was ended with 1009.</source>
        <translation>서버가 이 연결이 받는 것보다 큰 것을 보내 1009로 연결을 끝냈습니다.</translation>
    </message>
    <message>
        <source>Raise “Largest message” in the options, and connect again.</source>
        <translation>옵션에서 ‘가장 큰 메시지’를 늘리고 다시 연결하십시오.</translation>
    </message>
    <message>
        <source>The server broke a rule of the WebSocket protocol, and the connection was ended with %1.</source>
        <translation>서버가 WebSocket 프로토콜의 규칙을 어겨 %1(으)로 연결을 끝냈습니다.</translation>
    </message>
    <message>
        <source>The tab Wire shows the bytes at fault and what came before.</source>
        <translation>잘못된 바이트와 그 전에 오간 것은 ‘트래픽’ 탭에서 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>CloseCodeText</name>
    <message>
        <source>Reserved</source>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>This code is reserved and has no meaning yet.</source>
        <translation>예약된 코드이며 아직 정해진 뜻이 없습니다.</translation>
    </message>
    <message>
        <source>Unauthorized</source>
        <translation>인증 필요</translation>
    </message>
    <message>
        <source>The server wants to know who you are before it lets you in.</source>
        <translation>서버가 접속을 허용하기 전에 인증을 요구합니다.</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>허용되지 않음</translation>
    </message>
    <message>
        <source>The server knows who you are, and does not let you do this.</source>
        <translation>서버가 사용자를 확인했지만 이 동작을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>The other side waited too long for something.</source>
        <translation>상대가 기다리던 것이 제한 시간 안에 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Reserved for the protocol</source>
        <translation>프로토콜용으로 예약됨</translation>
    </message>
    <message>
        <source>Codes from 1000 to 2999 belong to the WebSocket protocol, which does not define this one.</source>
        <translation>1000부터 2999까지는 WebSocket 프로토콜의 코드이며, 이 코드는 아직 정의되지 않았습니다.</translation>
    </message>
    <message>
        <source>Library or framework code</source>
        <translation>라이브러리·프레임워크 코드</translation>
    </message>
    <message>
        <source>Codes from 3000 to 3999 are registered by libraries and frameworks: theirs says what it means.</source>
        <translation>3000부터 3999까지는 라이브러리와 프레임워크가 등록하는 코드입니다. 뜻은 해당 라이브러리의 설명서에 있습니다.</translation>
    </message>
    <message>
        <source>Application code</source>
        <translation>응용 프로그램 코드</translation>
    </message>
    <message>
        <source>Codes from 4000 to 4999 are free for applications: the two sides have agreed on what it means.</source>
        <translation>4000부터 4999까지는 응용 프로그램이 자유롭게 쓰는 코드입니다. 뜻은 양쪽이 정한 대로입니다.</translation>
    </message>
    <message>
        <source>Not a close code</source>
        <translation>종료 코드가 아님</translation>
    </message>
    <message>
        <source>Close codes go from 1000 to 4999.</source>
        <translation>종료 코드는 1000부터 4999까지입니다.</translation>
    </message>
    <message>
        <source>Normal closure</source>
        <translation>정상 종료</translation>
    </message>
    <message>
        <source>The connection has done what it was opened for.</source>
        <translation>연결이 목적을 다하고 정상적으로 끝났습니다.</translation>
    </message>
    <message>
        <source>Going away</source>
        <translation>떠남</translation>
    </message>
    <message>
        <source>The page was left or reloaded, or the server is shutting down.</source>
        <translation>페이지를 떠났거나 새로 고쳤거나, 서버가 종료되는 중입니다.</translation>
    </message>
    <message>
        <source>Protocol error</source>
        <translation>프로토콜 오류</translation>
    </message>
    <message>
        <source>One side broke a rule of the WebSocket protocol, and the other ended the connection.</source>
        <translation>한쪽이 WebSocket 프로토콜의 규칙을 어겨 다른 쪽이 연결을 끝냈습니다.</translation>
    </message>
    <message>
        <source>Unsupported data</source>
        <translation>지원하지 않는 데이터</translation>
    </message>
    <message>
        <source>A message was of a type that the receiver cannot take, for example binary where it knows text only.</source>
        <translation>받는 쪽이 처리할 수 없는 종류의 메시지입니다. 예를 들어 텍스트만 받는 곳에 바이너리를 보낸 경우입니다.</translation>
    </message>
    <message>
        <source>No code given</source>
        <translation>코드 없음</translation>
    </message>
    <message>
        <source>The other side closed in good order and gave no code. This number is never sent: it stands for the missing one.</source>
        <translation>상대가 정상적으로 닫았지만 코드를 보내지 않았습니다. 이 번호는 전송되지 않으며, 코드가 없음을 나타냅니다.</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>The connection ended without a Close: the network failed, or the other program was ended. This number is never sent.</source>
        <translation>Close 없이 연결이 끝났습니다. 네트워크에 장애가 생겼거나 상대 프로그램이 종료되었습니다. 이 번호는 전송되지 않습니다.</translation>
    </message>
    <message>
        <source>Invalid data</source>
        <translation>잘못된 데이터</translation>
    </message>
    <message>
        <source>A text or a close reason was not valid UTF-8.</source>
        <translation>텍스트 또는 종료 사유가 올바른 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>Policy violation</source>
        <translation>정책 위반</translation>
    </message>
    <message>
        <source>A message or the connection broke a rule of the receiver&apos;s own.</source>
        <translation>메시지나 연결이 받는 쪽에서 정한 규칙을 어겼습니다.</translation>
    </message>
    <message>
        <source>Message too big</source>
        <translation>너무 큰 메시지</translation>
    </message>
    <message>
        <source>A message was bigger than the receiver takes.</source>
        <translation>메시지가 받는 쪽이 허용하는 크기보다 큽니다.</translation>
    </message>
    <message>
        <source>Extension missing</source>
        <translation>확장 없음</translation>
    </message>
    <message>
        <source>The client needs an extension that the server did not agree to.</source>
        <translation>클라이언트에 필요한 확장을 서버가 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>내부 오류</translation>
    </message>
    <message>
        <source>The server met something unexpected and could not go on.</source>
        <translation>서버에 예상하지 못한 일이 생겨 계속할 수 없었습니다.</translation>
    </message>
    <message>
        <source>Service restart</source>
        <translation>서비스 다시 시작</translation>
    </message>
    <message>
        <source>The server is being restarted: connect again in a moment.</source>
        <translation>서버가 다시 시작되는 중입니다. 잠시 후 다시 연결하십시오.</translation>
    </message>
    <message>
        <source>Try again later</source>
        <translation>나중에 다시 시도</translation>
    </message>
    <message>
        <source>The server is overloaded, or this connection took its messages too slowly.</source>
        <translation>서버가 과부하 상태이거나, 이 연결이 메시지를 너무 느리게 받았습니다.</translation>
    </message>
    <message>
        <source>Bad gateway</source>
        <translation>잘못된 게이트웨이</translation>
    </message>
    <message>
        <source>A server in between got no proper answer from the one behind it.</source>
        <translation>중간 서버가 그 뒤의 서버에서 올바른 응답을 받지 못했습니다.</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS 핸드셰이크 실패</translation>
    </message>
    <message>
        <source>The encrypted connection could not be set up. This number is never sent.</source>
        <translation>암호화된 연결을 맺지 못했습니다. 이 번호는 전송되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Composition</name>
    <message>
        <source>This text is longer than %1, the most that one message may take.</source>
        <translation>텍스트가 메시지 하나에 담을 수 있는 최대 크기인 %1보다 깁니다.</translation>
    </message>
    <message>
        <source>This is more than %1, the most that one message may take.</source>
        <translation>메시지 하나에 담을 수 있는 최대 크기인 %1을(를) 넘습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n바이트</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A ping carries at most 125 bytes; this is %n too many.</source>
        <translation>
            <numerusform>Ping에는 최대 125바이트를 실을 수 있습니다. %n바이트가 넘습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of 125 bytes left</source>
        <translation>
            <numerusform>125바이트 중 %n바이트 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>These bytes are not valid UTF-8, as a text must be. Correct them, or send them as binary.</source>
        <translation>이 바이트는 올바른 UTF-8이 아니어서 텍스트로 보낼 수 없습니다. 고치거나 바이너리로 보내십시오.</translation>
    </message>
</context>
<context>
    <name>ExportFailureText</name>
    <message>
        <source>The traffic could not be exported to %1.</source>
        <translation>트래픽을 %1 파일로 내보내지 못했습니다.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>그런 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The system does not allow writing there.</source>
        <translation>시스템이 그 위치에 파일을 쓰도록 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Choose another folder, or see who may write to this one.</source>
        <translation>다른 폴더를 고르거나 이 폴더의 쓰기 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>The disk is full, or you may not use more of it.</source>
        <translation>디스크가 가득 찼거나 더 쓸 수 있는 할당량이 없습니다.</translation>
    </message>
    <message>
        <source>Make room there, or choose another disk.</source>
        <translation>공간을 비우거나 다른 디스크를 고르십시오.</translation>
    </message>
    <message>
        <source>What has that name is not a file.</source>
        <translation>그 이름을 가진 것은 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>다른 이름을 고르십시오.</translation>
    </message>
    <message>
        <source>The system says: %1</source>
        <translation>시스템 메시지: %1</translation>
    </message>
    <message>
        <source>Choose another place, and try again.</source>
        <translation>다른 위치를 골라 다시 시도하십시오.</translation>
    </message>
</context>
<context>
    <name>FrameText</name>
    <message>
        <source>Payload length: %1</source>
        <translation>Payload length(페이로드 길이): %1</translation>
    </message>
    <message>
        <source>FIN: more frames of this message follow</source>
        <translation>FIN: 이 메시지의 프레임이 더 이어짐</translation>
    </message>
    <message>
        <source>FIN: the last frame of its message</source>
        <translation>FIN: 메시지의 마지막 프레임</translation>
    </message>
    <message>
        <source>FIN: a control frame is always whole</source>
        <translation>FIN: 제어 프레임은 나눌 수 없음</translation>
    </message>
    <message>
        <source>RSV1: the message is compressed (permessage-deflate)</source>
        <translation>RSV1: 압축된 메시지(permessage-deflate)</translation>
    </message>
    <message>
        <source>RSV1: the message is not compressed</source>
        <translation>RSV1: 압축되지 않은 메시지</translation>
    </message>
    <message>
        <source>RSV1: not used in this frame</source>
        <translation>RSV1: 이 프레임에서는 쓰지 않음</translation>
    </message>
    <message>
        <source>RSV2, RSV3: not used</source>
        <translation>RSV2, RSV3: 쓰지 않음</translation>
    </message>
    <message>
        <source>Opcode %1: %2</source>
        <translation>Opcode %1: %2</translation>
    </message>
    <message>
        <source>MASK: masked, as all that a client sends</source>
        <translation>MASK: 마스킹됨. 클라이언트가 보내는 프레임은 모두 마스킹함</translation>
    </message>
    <message>
        <source>MASK: not masked, as all that a server sends</source>
        <translation>MASK: 마스킹되지 않음. 서버가 보내는 프레임은 마스킹하지 않음</translation>
    </message>
    <message>
        <source>Payload length %1: the next %2 bytes tell it</source>
        <translation>Payload length %1: 길이는 다음 %2바이트에 있음</translation>
    </message>
    <message>
        <source>Masking key: XORed with the payload, over and over</source>
        <translation>Masking key(마스킹 키): 페이로드와 되풀이하여 XOR</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>프레임 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>The log does not keep the headers of %n more frame(s).</source>
        <translation>
            <numerusform>나머지 프레임 %n개의 헤더는 기록에 보관하지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Extended payload length: %1</source>
        <translation>Extended payload length(확장 길이): %1</translation>
    </message>
</context>
<context>
    <name>HandshakeText</name>
    <message>
        <source>The HTTP head was longer than allowed.</source>
        <translation>HTTP 헤더 부분이 허용된 길이보다 깁니다.</translation>
    </message>
    <message>
        <source>The first line was not that of an HTTP message.</source>
        <translation>첫 줄이 HTTP 메시지의 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>The HTTP version was not 1.x.</source>
        <translation>HTTP 버전이 1.x가 아닙니다.</translation>
    </message>
    <message>
        <source>The name of a header had characters that are not allowed, or no colon right behind it.</source>
        <translation>헤더 이름에 허용되지 않는 문자가 있거나 이름 바로 뒤에 콜론이 없습니다.</translation>
    </message>
    <message>
        <source>The value of a header had a control character in it.</source>
        <translation>헤더 값에 제어 문자가 있습니다.</translation>
    </message>
    <message>
        <source>A header went on in a second line, which HTTP no longer allows.</source>
        <translation>헤더가 다음 줄로 이어졌는데, HTTP에서는 더 이상 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>A line ended in a line feed alone, without a carriage return.</source>
        <translation>줄이 캐리지 리턴(CR) 없이 줄 바꿈(LF)만으로 끝났습니다.</translation>
    </message>
    <message>
        <source>The method of the request was not GET.</source>
        <translation>요청의 메서드가 GET이 아닙니다.</translation>
    </message>
    <message>
        <source>The HTTP version of the request was below 1.1.</source>
        <translation>요청의 HTTP 버전이 1.1보다 낮습니다.</translation>
    </message>
    <message>
        <source>The request had no Host header, or more than one.</source>
        <translation>요청에 Host 헤더가 없거나 둘 이상 있습니다.</translation>
    </message>
    <message>
        <source>The request had no Upgrade header that names websocket.</source>
        <translation>요청에 websocket을 지정하는 Upgrade 헤더가 없습니다.</translation>
    </message>
    <message>
        <source>The request had no Connection header that names Upgrade.</source>
        <translation>요청에 Upgrade를 지정하는 Connection 헤더가 없습니다.</translation>
    </message>
    <message>
        <source>The request had no Sec-WebSocket-Key header, or more than one.</source>
        <translation>요청에 Sec-WebSocket-Key 헤더가 없거나 둘 이상 있습니다.</translation>
    </message>
    <message>
        <source>The Sec-WebSocket-Key of the request was not 16 bytes in base64.</source>
        <translation>요청의 Sec-WebSocket-Key가 16바이트를 base64로 적은 값이 아닙니다.</translation>
    </message>
    <message>
        <source>The request had no Sec-WebSocket-Version header, or more than one.</source>
        <translation>요청에 Sec-WebSocket-Version 헤더가 없거나 둘 이상 있습니다.</translation>
    </message>
    <message>
        <source>The Sec-WebSocket-Version of the request was not 13.</source>
        <translation>요청의 Sec-WebSocket-Version이 13이 아닙니다.</translation>
    </message>
    <message>
        <source>A subprotocol that was offered had characters that are not allowed, or was offered twice.</source>
        <translation>제시된 서브프로토콜에 허용되지 않는 문자가 있거나 같은 것이 두 번 제시되었습니다.</translation>
    </message>
    <message>
        <source>The status of the answer was not 101.</source>
        <translation>응답의 상태가 101이 아닙니다.</translation>
    </message>
    <message>
        <source>The answer had no Upgrade header that names websocket.</source>
        <translation>응답에 websocket을 지정하는 Upgrade 헤더가 없습니다.</translation>
    </message>
    <message>
        <source>The answer had no Connection header that names Upgrade.</source>
        <translation>응답에 Upgrade를 지정하는 Connection 헤더가 없습니다.</translation>
    </message>
    <message>
        <source>The answer had no Sec-WebSocket-Accept header.</source>
        <translation>응답에 Sec-WebSocket-Accept 헤더가 없습니다.</translation>
    </message>
    <message>
        <source>The Sec-WebSocket-Accept of the answer did not belong to the key that was sent.</source>
        <translation>응답의 Sec-WebSocket-Accept가 보낸 키와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The server chose a subprotocol that was not offered.</source>
        <translation>서버가 제시되지 않은 서브프로토콜을 선택했습니다.</translation>
    </message>
    <message>
        <source>The server chose an extension that was not offered.</source>
        <translation>서버가 제시되지 않은 확장을 선택했습니다.</translation>
    </message>
    <message>
        <source>The server answered the offer of compression with parameters that were not offered or are wrong.</source>
        <translation>서버가 압축에 대해 제시되지 않았거나 잘못된 매개변수로 응답했습니다.</translation>
    </message>
</context>
<context>
    <name>LimitText</name>
    <message>
        <source>Size of a request’s head</source>
        <translation>요청 헤더의 크기</translation>
    </message>
    <message>
        <source>Time for a request’s head</source>
        <translation>요청 헤더의 제한 시간</translation>
    </message>
    <message>
        <source>Connections in all</source>
        <translation>전체 연결 수</translation>
    </message>
    <message>
        <source>Connections per address</source>
        <translation>주소당 연결 수</translation>
    </message>
    <message>
        <source>Opening handshakes per address</source>
        <translation>주소당 열기 핸드셰이크 수</translation>
    </message>
    <message>
        <source>Size of a message</source>
        <translation>메시지 크기</translation>
    </message>
    <message>
        <source>Size of a frame</source>
        <translation>프레임 크기</translation>
    </message>
    <message>
        <source>Fragments of a message</source>
        <translation>메시지의 조각 수</translation>
    </message>
    <message>
        <source>Queue of a client</source>
        <translation>참가자의 대기열</translation>
    </message>
    <message>
        <source>Silence after a ping</source>
        <translation>Ping 뒤의 무응답 시간</translation>
    </message>
    <message>
        <source>Messages of a client</source>
        <translation>참가자의 초당 메시지 수</translation>
    </message>
    <message>
        <source>Bytes of a client</source>
        <translation>참가자의 초당 바이트 수</translation>
    </message>
    <message>
        <source>Network threads</source>
        <translation>네트워크 스레드 수</translation>
    </message>
    <message>
        <source>Entries of the traffic log</source>
        <translation>트래픽 기록의 항목 수</translation>
    </message>
    <message>
        <source>Size of the traffic log</source>
        <translation>트래픽 기록의 크기</translation>
    </message>
    <message>
        <source>The largest request head that is read; a larger one is refused with 431.</source>
        <translation>읽을 수 있는 요청 헤더의 최대 크기입니다. 이보다 크면 431로 거부합니다.</translation>
    </message>
    <message>
        <source>How long a request head may take to arrive, before it is refused with 408.</source>
        <translation>요청 헤더가 모두 도착해야 하는 시간입니다. 이를 넘으면 408로 거부합니다.</translation>
    </message>
    <message>
        <source>How many connections there may be at one time; one more is refused with 503.</source>
        <translation>동시에 허용하는 연결 수입니다. 이를 넘으면 503으로 거부합니다.</translation>
    </message>
    <message>
        <source>How many connections one address may have; one more is refused with 429. Connections of this computer itself count only if the command line says so.</source>
        <translation>한 주소에 허용하는 연결 수입니다. 이를 넘으면 429로 거부합니다. 이 컴퓨터 자신의 연결은 명령줄에서 지정할 때만 셉니다.</translation>
    </message>
    <message>
        <source>How many opening handshakes one address may ask for in a second; one more is refused with 429. Those of this computer itself count only if the command line says so.</source>
        <translation>한 주소에서 1초에 시작할 수 있는 열기 핸드셰이크 수입니다. 이를 넘으면 429로 거부합니다. 이 컴퓨터 자신의 것은 명령줄에서 지정할 때만 셉니다.</translation>
    </message>
    <message>
        <source>The largest message that is accepted; a larger one closes its sender with 1009.</source>
        <translation>받아들이는 메시지의 최대 크기입니다. 이보다 크면 보낸 쪽의 연결을 1009로 닫습니다.</translation>
    </message>
    <message>
        <source>The largest frame that is accepted; a larger one closes its sender with 1009.</source>
        <translation>받아들이는 프레임의 최대 크기입니다. 이보다 크면 보낸 쪽의 연결을 1009로 닫습니다.</translation>
    </message>
    <message>
        <source>How many fragments one message may have; one more closes its sender with 1008.</source>
        <translation>메시지 하나를 나눌 수 있는 조각 수입니다. 이를 넘으면 보낸 쪽의 연결을 1008로 닫습니다.</translation>
    </message>
    <message>
        <source>How much may wait for a member that does not read, before it is closed with 1013.</source>
        <translation>읽지 않는 참가자를 위해 쌓아 둘 수 있는 양입니다. 이를 넘으면 연결을 1013으로 닫습니다.</translation>
    </message>
    <message>
        <source>How long a member may stay silent after a ping, before it is cut.</source>
        <translation>Ping을 보낸 뒤 참가자가 응답하지 않아도 되는 시간입니다. 이를 넘으면 연결을 끊습니다.</translation>
    </message>
    <message>
        <source>How many bytes of messages one member may send in a second; one more closes it with 1008.</source>
        <translation>참가자 한 명이 1초에 보낼 수 있는 메시지의 바이트 수입니다. 이를 넘으면 연결을 1008로 닫습니다.</translation>
    </message>
    <message>
        <source>How many threads serve connections; more than one pays in rooms of thousands.</source>
        <translation>연결을 처리하는 스레드 수입니다. 수천 명이 있는 방에서는 둘 이상이 유리합니다.</translation>
    </message>
    <message>
        <source>How many entries the traffic log keeps; the oldest are dropped first.</source>
        <translation>트래픽 기록에 보관하는 항목 수입니다. 오래된 것부터 지웁니다.</translation>
    </message>
    <message>
        <source>How many bytes of messages the traffic log keeps; the oldest are dropped first.</source>
        <translation>트래픽 기록에 보관하는 메시지의 바이트 수입니다. 오래된 것부터 지웁니다.</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation>초</translation>
    </message>
    <message>
        <source> per second</source>
        <translation>회/초</translation>
    </message>
    <message>
        <source> bytes per second</source>
        <translation>바이트/초</translation>
    </message>
    <message>
        <source>as a message</source>
        <translation>메시지와 같음</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Messages kept</source>
        <translation>보관하는 메시지 수</translation>
    </message>
    <message>
        <source>Messages for newcomers</source>
        <translation>새 참가자에게 주는 메시지 수</translation>
    </message>
    <message>
        <source>How many messages of before somebody gets who comes for the first time, where a history is kept.</source>
        <translation>대화 기록을 보관하는 방에 처음 들어온 참가자가 이전 메시지를 몇 개까지 받는지 정합니다.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>messages</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>How many messages, pings and pongs one member may send in a second; one more closes it with 1008.</source>
        <translation>참가자 한 명이 1초에 보낼 수 있는 메시지, Ping, Pong의 수입니다. 이를 넘으면 연결을 1008로 닫습니다.</translation>
    </message>
    <message>
        <source>How many messages of all rooms are kept: what the window shows, what members get who come back after a loss, and a history’s file; the oldest are dropped first.</source>
        <translation>모든 방의 메시지를 몇 개까지 보관하는지 정합니다. 창에 보이는 대화, 연결이 끊겼다가 돌아온 참가자에게 전달되는 대화, 대화 기록 파일에 적용됩니다. 오래된 것부터 지웁니다.</translation>
    </message>
    <message>
        <source>Unfinished messages</source>
        <translation>끝나지 않은 메시지</translation>
    </message>
    <message>
        <source>How much the messages of all clients may take that have begun and not ended; past it, the client whose message is the largest is closed with 1013.</source>
        <translation>시작하고 아직 끝나지 않은 메시지가 모든 클라이언트를 합해 차지할 수 있는 크기입니다. 넘으면 메시지가 가장 큰 클라이언트를 1013으로 닫습니다.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Listen on this port; 0 takes any free one (default 3000).</source>
        <translation>이 포트에서 수신 대기합니다. 0이면 비어 있는 포트를 사용합니다(기본값 3000).</translation>
    </message>
    <message>
        <source>Listen on this address alone (default 127.0.0.1: only this computer can join).</source>
        <translation>이 주소에서만 수신 대기합니다(기본값 127.0.0.1: 이 컴퓨터에서만 참가할 수 있습니다).</translation>
    </message>
    <message>
        <source>Listen on every network of this computer, so that others can join.</source>
        <translation>이 컴퓨터의 모든 네트워크에서 수신 대기하여 다른 사람도 참가할 수 있게 합니다.</translation>
    </message>
    <message>
        <source>The subprotocols that are supported (default chatting,chat,echo,confab.v1).</source>
        <translation>지원하는 서브프로토콜입니다(기본값 chatting,chat,echo,confab.v1).</translation>
    </message>
    <message>
        <source>Accept a client that offers only other subprotocols, without one, instead of refusing it.</source>
        <translation>다른 서브프로토콜만 제시하는 클라이언트를 거부하지 않고 서브프로토콜 없이 받아들입니다.</translation>
    </message>
    <message>
        <source>Let pages of this origin join, for example https://example.org; may be repeated.</source>
        <translation>이 출처의 페이지가 참가할 수 있게 합니다. 예: https://example.org. 여러 번 지정할 수 있습니다.</translation>
    </message>
    <message>
        <source>Let pages of any origin join. Any page that is open in a browser here can then read the room.</source>
        <translation>모든 출처의 페이지가 참가할 수 있게 합니다. 이렇게 하면 이 컴퓨터의 브라우저에 열린 어떤 페이지든 방의 대화를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The language of the program (default: the system&apos;s).</source>
        <translation>프로그램의 언어입니다(기본값: 시스템의 언어).</translation>
    </message>
    <message>
        <source>Report what happens as one JSON object per line on standard output.</source>
        <translation>일어나는 일을 표준 출력에 한 줄에 JSON 객체 하나씩 알립니다.</translation>
    </message>
    <message>
        <source>Answer to this name too, for example chat.example.org; may be repeated. The addresses and names of this computer need not be given.</source>
        <translation>이 이름으로 온 요청에도 응답합니다(예: chat.example.org). 여러 번 지정할 수 있습니다. 이 컴퓨터의 주소와 이름은 지정하지 않아도 됩니다.</translation>
    </message>
    <message>
        <source>%1 Default: %2.</source>
        <comment>what an option does, and its default</comment>
        <translation>%1 기본값: %2.</translation>
    </message>
    <message>
        <source>Encrypt with TLS (https:// and wss://), with the certificate in this PEM file.</source>
        <translation>이 PEM 파일의 인증서를 사용해 TLS로 암호화합니다(https://와 wss://).</translation>
    </message>
    <message>
        <source>The certificate&apos;s private key, in a PEM file without a passphrase.</source>
        <translation>인증서의 개인 키가 든, 암호가 걸려 있지 않은 PEM 파일입니다.</translation>
    </message>
    <message>
        <source>Encrypt with TLS, with a certificate that is made here and kept; browsers warn about it once.</source>
        <translation>여기서 만들어 보관하는 인증서로 TLS 암호화를 합니다. 브라우저는 이 인증서에 대해 한 번 경고합니다.</translation>
    </message>
    <message>
        <source>Let http:// and ws:// go on beside TLS, on the same port.</source>
        <translation>같은 포트에서 TLS와 함께 http://와 ws://도 받습니다.</translation>
    </message>
    <message>
        <source>Compress no messages, even for clients that offer permessage-deflate.</source>
        <translation>permessage-deflate를 제시하는 클라이언트에게도 메시지를 압축하지 않습니다.</translation>
    </message>
    <message>
        <source>Keep what is said in this file (SQLite), beyond the end of the program; who comes later gets the last of it.</source>
        <translation>오간 말을 이 파일(SQLite)에 보관하여 프로그램이 끝나도 남깁니다. 나중에 들어온 사람은 가장 최근의 대화를 받습니다.</translation>
    </message>
    <message>
        <source>Show no QR code of the join link. Without this, a terminal shows one where phones can join.</source>
        <translation>참가 링크의 QR 코드를 표시하지 않습니다. 이 옵션이 없으면, 휴대전화가 참가할 수 있을 때 터미널에 QR 코드를 표시합니다.</translation>
    </message>
    <message>
        <source>Ask everybody who joins for this PIN, 4 to 12 digits; the join link carries it.</source>
        <translation>참가하는 모든 사람에게 이 PIN(숫자 4~12자리)을 묻습니다. 참가 링크에는 PIN이 들어 있습니다.</translation>
    </message>
    <message>
        <source>Let in nobody from this address; may be repeated.</source>
        <translation>이 주소에서는 아무도 들어오지 못하게 합니다. 여러 번 지정할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>ReadyStateText</name>
    <message>
        <source>The connection is being set up: the opening handshake is not finished yet.</source>
        <translation>연결하는 중입니다. 열기 핸드셰이크가 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>The connection is open: messages can go both ways.</source>
        <translation>연결이 열려 있습니다. 양쪽에서 메시지를 주고받을 수 있습니다.</translation>
    </message>
    <message>
        <source>The closing handshake has begun: one side has said Close and waits for the other.</source>
        <translation>닫기 핸드셰이크가 시작되었습니다. 한쪽이 Close를 보내고 상대를 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>The connection is closed, or could not be opened.</source>
        <translation>연결이 닫혔거나 열리지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>RefusalText</name>
    <message>
        <source>A request from %1 was refused with status %2.</source>
        <translation>%1에서 온 요청을 거부했습니다. 상태 코드: %2</translation>
    </message>
    <message>
        <source>The program that sent it does not speak HTTP properly.</source>
        <translation>요청을 보낸 프로그램이 HTTP 형식을 지키지 않습니다.</translation>
    </message>
    <message>
        <source>The head of the request was longer than allowed here.</source>
        <translation>요청의 헤더 부분이 여기서 허용하는 길이보다 깁니다.</translation>
    </message>
    <message>
        <source>A browser with very many cookies for this address can cause it: clear them and try again.</source>
        <translation>브라우저에 이 주소의 쿠키가 아주 많으면 생길 수 있습니다. 쿠키를 지우고 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The request did not arrive in full in the time allowed.</source>
        <translation>요청 전체가 제한 시간 안에 도착하지 않았습니다.</translation>
    </message>
    <message>
        <source>If it happens often, look at the network between the two.</source>
        <translation>자주 생긴다면 둘 사이의 네트워크를 살펴보십시오.</translation>
    </message>
    <message>
        <source>The program that sent it does not do the opening handshake properly.</source>
        <translation>요청을 보낸 프로그램이 열기 핸드셰이크를 제대로 하지 않습니다.</translation>
    </message>
    <message>
        <source>The client sent frames before the opening handshake was answered.</source>
        <translation>열기 핸드셰이크에 응답하기 전에 클라이언트가 프레임을 보냈습니다.</translation>
    </message>
    <message>
        <source>The client must wait for status 101.</source>
        <translation>클라이언트는 상태 코드 101을 받을 때까지 기다려야 합니다.</translation>
    </message>
    <message>
        <source>A page of %1 was refused with status %2.</source>
        <translation>%1의 페이지를 거부했습니다. 상태 코드: %2</translation>
    </message>
    <message>
        <source>Pages of other origins may join only if you allow their origin.</source>
        <translation>다른 출처(origin)의 페이지는 그 출처를 허용해야만 참가할 수 있습니다.</translation>
    </message>
    <message>
        <source>If you trust that page, allow its origin.</source>
        <translation>믿을 수 있는 페이지라면 그 출처를 허용하십시오.</translation>
    </message>
    <message>
        <source>It offered only subprotocols that are not supported here: %1.</source>
        <translation>여기서 지원하지 않는 서브프로토콜만 제시했습니다: %1.</translation>
    </message>
    <message>
        <source>Add one of them to the supported subprotocols, or accept clients without a subprotocol.</source>
        <translation>그중 하나를 지원하는 서브프로토콜에 추가하거나, 서브프로토콜 없이 받아들이도록 설정하십시오.</translation>
    </message>
    <message>
        <source>As many clients are connected as are allowed.</source>
        <translation>허용된 수만큼의 클라이언트가 이미 연결되어 있습니다.</translation>
    </message>
    <message>
        <source>Wait until someone leaves, or allow more clients.</source>
        <translation>누군가 나갈 때까지 기다리거나 허용하는 클라이언트 수를 늘리십시오.</translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation>%1에는 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>Rooms are at /, /chat and /room/NAME.</source>
        <translation>방의 경로는 /, /chat, /room/이름입니다.</translation>
    </message>
    <message>
        <source>Only GET and HEAD requests are answered here.</source>
        <translation>여기서는 GET과 HEAD 요청에만 응답합니다.</translation>
    </message>
    <message>
        <source>To join, open the join link in a browser.</source>
        <translation>참가하려면 브라우저에서 참가 링크를 여십시오.</translation>
    </message>
    <message>
        <source>The opening handshake was not acceptable.</source>
        <translation>열기 핸드셰이크를 받아들일 수 없습니다.</translation>
    </message>
    <message>
        <source>Look at the request in the traffic log.</source>
        <translation>트래픽 기록에서 요청을 확인하십시오.</translation>
    </message>
    <message>
        <source>Its address has as many connections as one address may have.</source>
        <translation>이 주소는 한 주소에 허용된 최대 연결 수에 도달했습니다.</translation>
    </message>
    <message>
        <source>If many people share that address, allow more connections per address.</source>
        <translation>여러 사람이 그 주소를 함께 쓴다면 주소당 연결 수를 늘리십시오.</translation>
    </message>
    <message>
        <source>Its address connects more often per second than one address may.</source>
        <translation>이 주소는 한 주소에 허용된 횟수보다 자주 연결을 시도합니다.</translation>
    </message>
    <message>
        <source>If many people share that address, allow more handshakes per second.</source>
        <translation>여러 사람이 그 주소를 함께 쓴다면 초당 열기 핸드셰이크 수를 늘리십시오.</translation>
    </message>
    <message>
        <source>It was meant for %1, which is not this server.</source>
        <translation>이 서버가 아닌 %1에 보낸 요청이었습니다.</translation>
    </message>
    <message>
        <source>The system allows this program no more open connections.</source>
        <translation>운영 체제가 이 프로그램에 더 이상 연결을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Raise the limit of open files (ulimit -n), or allow fewer clients.</source>
        <translation>열 수 있는 파일 수의 한도(ulimit -n)를 늘리거나, 허용하는 클라이언트 수를 줄이십시오.</translation>
    </message>
    <message>
        <source>If that is a name of this server, start Confab with --host and that name.</source>
        <translation>이 서버의 이름이 맞다면 --host에 그 이름을 지정하여 Confab을 시작하십시오.</translation>
    </message>
    <message>
        <source>It came without TLS, and this room is encrypted.</source>
        <translation>TLS 없이 들어온 요청인데, 이 방은 암호화되어 있습니다.</translation>
    </message>
    <message>
        <source>The client must connect with wss:// in place of ws://.</source>
        <translation>클라이언트는 ws:// 대신 wss://로 연결해야 합니다.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>%1과(와)의 TLS 핸드셰이크가 실패했습니다.</translation>
    </message>
    <message>
        <source>The client does not trust the certificate, or does not speak TLS 1.2 or later: %1.</source>
        <translation>클라이언트가 인증서를 신뢰하지 않거나 TLS 1.2 이상을 사용하지 않습니다: %1.</translation>
    </message>
    <message>
        <source>A browser ends like this until its user accepts a self-signed certificate; compare the fingerprint, and go on there.</source>
        <translation>브라우저는 사용자가 자체 서명 인증서를 수락할 때까지 이렇게 연결을 끝냅니다. 지문을 비교한 뒤 브라우저에서 계속하십시오.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 did not end.</source>
        <translation>%1과(와)의 TLS 핸드셰이크가 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>The client began TLS and then was silent for the time allowed.</source>
        <translation>클라이언트가 TLS를 시작한 뒤 허용된 시간 동안 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>It came without the PIN that this room asks for.</source>
        <translation>이 방에 필요한 PIN 없이 연결했습니다.</translation>
    </message>
    <message>
        <source>Give them the join link or the PIN; other clients add ?pin= and the PIN to the address.</source>
        <translation>참가 링크나 PIN을 알려 주십시오. 다른 클라이언트는 주소 끝에 ?pin=과 PIN을 붙이면 됩니다.</translation>
    </message>
    <message>
        <source>Its PIN is not the one of this room.</source>
        <translation>이 방의 PIN과 다른 PIN을 보냈습니다.</translation>
    </message>
    <message>
        <source>Tell them the PIN again, or give them the join link.</source>
        <translation>PIN을 다시 알려 주거나 참가 링크를 주십시오.</translation>
    </message>
    <message>
        <source>So many wrong PINs came that its own was not looked at.</source>
        <translation>틀린 PIN이 너무 많이 들어와 이 요청의 PIN은 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>In a minute it may try again. If somebody is guessing, choose a longer PIN.</source>
        <translation>1분 뒤에 다시 시도할 수 있습니다. 누군가 PIN을 추측하고 있다면 더 긴 PIN을 정하십시오.</translation>
    </message>
    <message>
        <source>You have banned its address.</source>
        <translation>직접 참가를 막은 주소입니다.</translation>
    </message>
    <message>
        <source>To let it in again, take the address out of the banned ones.</source>
        <translation>다시 들어오게 하려면 막은 주소 목록에서 이 주소를 지우십시오.</translation>
    </message>
</context>
<context>
    <name>ServerErrorText</name>
    <message>
        <source>The system says: %1</source>
        <translation>시스템 메시지: %1</translation>
    </message>
    <message>
        <source>The room could not start: port %1 is in use.</source>
        <translation>방을 시작하지 못했습니다. 포트 %1을(를) 이미 사용 중입니다.</translation>
    </message>
    <message>
        <source>Another program on this computer is listening on it, perhaps a second Confab.</source>
        <translation>이 컴퓨터의 다른 프로그램이 그 포트에서 수신 대기 중입니다. 또 하나의 Confab일 수도 있습니다.</translation>
    </message>
    <message>
        <source>End that program, or choose another port; port 0 takes any free one.</source>
        <translation>그 프로그램을 끝내거나 다른 포트를 선택하십시오. 포트 0을 쓰면 비어 있는 포트를 사용합니다.</translation>
    </message>
    <message>
        <source>The room could not start: this computer does not have the address %1.</source>
        <translation>방을 시작하지 못했습니다. 이 컴퓨터에는 주소 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The network it belongs to may have been left or changed.</source>
        <translation>그 주소의 네트워크에서 나왔거나 네트워크가 바뀌었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose another address to listen on.</source>
        <translation>수신 대기할 다른 주소를 선택하십시오.</translation>
    </message>
    <message>
        <source>The room could not start: the system does not allow listening on port %1.</source>
        <translation>방을 시작하지 못했습니다. 시스템이 포트 %1에서 수신 대기하는 것을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Ports below 1024 are kept for the system&apos;s own services.</source>
        <translation>1024보다 작은 포트는 시스템 서비스용입니다.</translation>
    </message>
    <message>
        <source>Choose another port from 1024 to 65535.</source>
        <translation>1024부터 65535까지의 다른 포트를 선택하십시오.</translation>
    </message>
    <message>
        <source>The room could not start on %1, port %2.</source>
        <translation>주소 %1, 포트 %2에서 방을 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>Choose another address or port, and try again.</source>
        <translation>다른 주소나 포트를 선택하여 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The room could not start with TLS.</source>
        <translation>TLS로 방을 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>Qt found no OpenSSL 3.</source>
        <translation>Qt가 OpenSSL 3을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Install OpenSSL 3, or start the room without encryption.</source>
        <translation>OpenSSL 3을 설치하거나, 암호화 없이 방을 여십시오.</translation>
    </message>
    <message>
        <source>The room could not start with TLS: the certificate file %1 could not be read.</source>
        <translation>TLS로 방을 시작하지 못했습니다. 인증서 파일 %1을(를) 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the path, and who may read the file.</source>
        <translation>경로와 파일의 읽기 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>The room could not start with TLS: there is no certificate in %1.</source>
        <translation>TLS로 방을 시작하지 못했습니다. %1에 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>A certificate in PEM form begins with -----BEGIN CERTIFICATE-----.</source>
        <translation>PEM 형식의 인증서는 -----BEGIN CERTIFICATE-----로 시작합니다.</translation>
    </message>
    <message>
        <source>Choose another file, or convert this one to PEM.</source>
        <translation>다른 파일을 고르거나, 이 파일을 PEM으로 변환하십시오.</translation>
    </message>
    <message>
        <source>The room could not start with TLS: the key file %1 could not be read.</source>
        <translation>TLS로 방을 시작하지 못했습니다. 키 파일 %1을(를) 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The room could not start with TLS: there is no usable private key in %1.</source>
        <translation>TLS로 방을 시작하지 못했습니다. %1에 쓸 수 있는 개인 키가 없습니다.</translation>
    </message>
    <message>
        <source>It must be an RSA or EC key in PEM form, without a passphrase.</source>
        <translation>암호가 걸려 있지 않은 PEM 형식의 RSA 또는 EC 키여야 합니다.</translation>
    </message>
    <message>
        <source>Choose another file, or take the passphrase off this one.</source>
        <translation>다른 파일을 고르거나, 이 파일의 암호를 해제하십시오.</translation>
    </message>
    <message>
        <source>The room could not start with TLS: the key in %1 is not the certificate’s.</source>
        <translation>TLS로 방을 시작하지 못했습니다. %1의 키가 인증서의 키가 아닙니다.</translation>
    </message>
    <message>
        <source>A certificate works only with the private key that it was made for.</source>
        <translation>인증서는 함께 만들어진 개인 키하고만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose the two files that were made together.</source>
        <translation>함께 만들어진 두 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The room could not start with TLS: its certificate could not be kept in %1.</source>
        <translation>TLS로 방을 시작하지 못했습니다. 인증서를 %1에 보관할 수 없습니다.</translation>
    </message>
    <message>
        <source>Make room there and see who may write, or start without encryption.</source>
        <translation>그곳의 여유 공간과 쓰기 권한을 확인하거나, 암호화 없이 방을 여십시오.</translation>
    </message>
    <message>
        <source>The room could not start with TLS: OpenSSL does not accept the certificate in %1.</source>
        <translation>TLS로 방을 시작하지 못했습니다. OpenSSL이 %1의 인증서를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>Choose one with an EC key, or an RSA key of 2048 bits or more, signed with SHA-256.</source>
        <translation>EC 키 또는 2048비트 이상의 RSA 키를 쓰고 SHA-256으로 서명된 인증서를 고르십시오.</translation>
    </message>
    <message>
        <source>Another program has it open, perhaps a second Confab.</source>
        <translation>다른 프로그램이 열어 두었습니다. 다른 Confab일 수 있습니다.</translation>
    </message>
    <message>
        <source>It holds something else, or was written by a later version. It was not changed.</source>
        <translation>다른 내용이 들어 있거나 더 새로운 버전이 쓴 파일입니다. 파일은 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>See whether its folder is there, who may write to it and whether the disk is full; then start the room again.</source>
        <translation>폴더가 있는지, 쓸 권한이 있는지, 디스크가 가득 차지 않았는지 확인한 뒤 방을 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>End that program; then start the room again.</source>
        <translation>그 프로그램을 끝낸 뒤 방을 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>The disk did not answer in time.</source>
        <translation>디스크가 제때 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>See whether the disk is still connected, and what else keeps it busy; then start the room again.</source>
        <translation>디스크가 아직 연결되어 있는지, 다른 작업으로 바쁘지 않은지 확인한 뒤 방을 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Move the file away, or forget the history in the settings: a new one is made when the room starts.</source>
        <translation>파일을 다른 곳으로 옮기거나 설정에서 대화 기록을 지우십시오. 방을 시작할 때 새로 만듭니다.</translation>
    </message>
    <message>
        <source>Move it away: a new one is made when the room starts.</source>
        <translation>파일을 다른 곳으로 옮기십시오. 방을 시작할 때 새로 만듭니다.</translation>
    </message>
    <message>
        <source>The room could not start: its history, %1, is in use.</source>
        <translation>방을 시작하지 못했습니다. 대화 기록 %1 파일이 사용 중입니다.</translation>
    </message>
    <message>
        <source>The room could not start: %1 is no history of a room.</source>
        <translation>방을 시작하지 못했습니다. %1 파일은 방의 대화 기록이 아닙니다.</translation>
    </message>
    <message>
        <source>The room could not start: what is said cannot be kept in %1.</source>
        <translation>방을 시작하지 못했습니다. 오간 말을 %1 파일에 보관할 수 없습니다.</translation>
    </message>
    <message>
        <source>The room could not start: its history, %1, is damaged.</source>
        <translation>방을 시작하지 못했습니다. 대화 기록 %1 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The room goes on, but what is said from now on is not kept in %1.</source>
        <translation>방은 계속되지만, 지금부터 오가는 말은 %1 파일에 보관되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>TerminalText</name>
    <message>
        <source>Confab cannot open its window: no display is named here (DISPLAY and WAYLAND_DISPLAY are empty). Start it in a desktop session, or start confabd, which hosts the same room in the terminal.</source>
        <translation>Confab 창을 열 수 없습니다. 지정된 디스플레이가 없습니다(DISPLAY와 WAYLAND_DISPLAY가 비어 있음). 데스크톱 세션에서 실행하거나, 터미널에서 같은 방을 여는 confabd를 실행하십시오.</translation>
    </message>
    <message>
        <source>Usage: %1 [OPTION …]</source>
        <translation>사용법: %1 [옵션 …]</translation>
    </message>
    <message>
        <source>Hosts a chat room that browsers join by a link.</source>
        <translation>브라우저에서 링크로 참가하는 대화방을 엽니다.</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>이 도움말을 표시합니다.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>버전을 표시합니다.</translation>
    </message>
    <message>
        <source>There is no option %1: see --help for those there are.</source>
        <translation>%1 옵션은 없습니다. 사용할 수 있는 옵션은 --help로 확인하십시오.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an option: options begin with --, see --help.</source>
        <translation>&apos;%1&apos;은(는) 옵션이 아닙니다. 옵션은 --로 시작합니다. --help를 참고하십시오.</translation>
    </message>
    <message>
        <source>The option %1 needs a value behind it: see --help.</source>
        <translation>%1 옵션 뒤에는 값이 있어야 합니다. --help를 참고하십시오.</translation>
    </message>
    <message>
        <source>The option %1 takes no value: leave &apos;=%2&apos; out.</source>
        <translation>%1 옵션에는 값이 없습니다. &apos;=%2&apos;을(를) 빼십시오.</translation>
    </message>
    <message>
        <source>&apos;%2&apos; is not a port for %1: give a number from 0 to 65535, where 0 takes any free port.</source>
        <translation>%1에 지정한 &apos;%2&apos;은(는) 포트가 아닙니다. 0부터 65535까지의 숫자를 지정하십시오. 0이면 비어 있는 포트를 사용합니다.</translation>
    </message>
    <message>
        <source>&apos;%2&apos; is not an address for %1: give an IPv4 or IPv6 address of this computer, such as 127.0.0.1.</source>
        <translation>%1에 지정한 &apos;%2&apos;은(는) 주소가 아닙니다. 127.0.0.1과 같은 이 컴퓨터의 IPv4 또는 IPv6 주소를 지정하십시오.</translation>
    </message>
    <message>
        <source>&apos;%2&apos; will not do for %1: give names without spaces, separated by commas, such as chat,echo.</source>
        <translation>%1에 &apos;%2&apos;을(를) 지정할 수 없습니다. chat,echo처럼 공백 없는 이름을 쉼표로 구분하여 지정하십시오.</translation>
    </message>
    <message>
        <source>&apos;%2&apos; is not an origin for %1: give a scheme and a host, such as https://example.org.</source>
        <translation>%1에 지정한 &apos;%2&apos;은(는) 출처가 아닙니다. https://example.org처럼 스킴과 호스트를 지정하십시오.</translation>
    </message>
    <message>
        <source>&apos;%2&apos; is not a language for %1: give en or ko.</source>
        <translation>%1에 지정한 &apos;%2&apos;은(는) 사용할 수 있는 언어가 아닙니다. en 또는 ko를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 and %2 contradict each other: give only one of them.</source>
        <translation>%1과(와) %2은(는) 함께 쓸 수 없습니다. 하나만 지정하십시오.</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program: end that program, or choose another port with --port.</source>
        <translation>포트 %1을(를) 다른 프로그램이 사용 중입니다. 그 프로그램을 끝내거나 --port로 다른 포트를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 is not an address of this computer: choose another with --bind, or use --lan for all of them.</source>
        <translation>%1은(는) 이 컴퓨터의 주소가 아닙니다. --bind로 다른 주소를 지정하거나 --lan으로 모든 주소를 사용하십시오.</translation>
    </message>
    <message>
        <source>The system does not allow this program to listen on port %1: choose a port from 1024 up with --port.</source>
        <translation>시스템이 이 프로그램의 포트 %1 수신 대기를 허용하지 않습니다. --port로 1024 이상의 포트를 지정하십시오.</translation>
    </message>
    <message>
        <source>Confab could not listen on %1, port %2 (%3): choose another address or port with --bind and --port.</source>
        <translation>Confab이 %1, 포트 %2에서 수신 대기하지 못했습니다(%3). --bind와 --port로 다른 주소나 포트를 지정하십시오.</translation>
    </message>
    <message>
        <source>The room is open. Join with a browser:</source>
        <translation>방이 열렸습니다. 브라우저로 참가하십시오:</translation>
    </message>
    <message>
        <source>WebSocket address: %1</source>
        <translation>WebSocket 주소: %1</translation>
    </message>
    <message>
        <source>Ctrl+C closes the room.</source>
        <translation>Ctrl+C를 누르면 방을 중지합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) joined; now %n connection(s)</source>
        <translation>
            <numerusform>%1(%2) 들어옴. 현재 연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2) is now %3</source>
        <translation>%1(%2)의 이름이 %3(으)로 바뀜</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) left with %3; now %n connection(s)</source>
        <translation>
            <numerusform>%1(%2) 코드 %3(으)로 나감. 현재 연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused %1 (%2): a page of %3 wanted to join. To let it in, start again with --origin %3.</source>
        <translation>%1 거부(%2): %3의 페이지가 참가하려고 했습니다. 허용하려면 --origin %3을(를) 지정하여 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Refused %1 (%2): it named the origin %3, which no browser does.</source>
        <translation>%1 거부(%2): 브라우저가 보내지 않는 출처 %3을(를) 내세웠습니다.</translation>
    </message>
    <message>
        <source>Closing the room …</source>
        <translation>방을 중지하는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are missing here, because this output was not read fast enough: read it faster, or send it to a file.</source>
        <translation>
            <numerusform>출력을 제때 읽지 않아 여기서 %n줄이 빠졌습니다. 더 빨리 읽거나 파일로 보내십시오.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused %1 (%2): %3</source>
        <translation>%1 거부(%2): %3</translation>
    </message>
    <message>
        <source>&apos;%2&apos; is not a name for %1: give a host name or an address without a port, such as chat.example.org.</source>
        <translation>&apos;%2&apos;은(는) %1에 쓸 수 있는 이름이 아닙니다. chat.example.org처럼 포트 없는 호스트 이름이나 주소를 지정하십시오.</translation>
    </message>
    <message>
        <source>Refused %1 (%2): it was meant for %3. If that is a name of this server, start again with --host and that name.</source>
        <translation>%1 거부(%2): %3에 보낸 요청이었습니다. 이 서버의 이름이 맞다면 --host에 그 이름을 지정하여 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>&apos;%2&apos; will not do for %1: give a whole number from %3 to %4.</source>
        <translation>&apos;%2&apos;은(는) %1에 쓸 수 없습니다. %3에서 %4까지의 정수를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 does not work alone: give %2 too.</source>
        <translation>%1은(는) 단독으로 쓸 수 없습니다. %2도 지정하십시오.</translation>
    </message>
    <message>
        <source>Confab cannot speak TLS, because Qt found no OpenSSL 3: install it, or start without the --tls options.</source>
        <translation>Qt가 OpenSSL 3을 찾지 못해 TLS를 쓸 수 없습니다. OpenSSL 3을 설치하거나 --tls 옵션 없이 시작하십시오.</translation>
    </message>
    <message>
        <source>The certificate file %1 could not be read (%2): check the path that --tls-cert names.</source>
        <translation>인증서 파일 %1을(를) 읽을 수 없습니다(%2). --tls-cert에 지정한 경로를 확인하십시오.</translation>
    </message>
    <message>
        <source>There is no certificate in PEM form in %1: give a file with -----BEGIN CERTIFICATE----- in it to --tls-cert.</source>
        <translation>%1에 PEM 형식의 인증서가 없습니다. -----BEGIN CERTIFICATE-----가 들어 있는 파일을 --tls-cert에 지정하십시오.</translation>
    </message>
    <message>
        <source>The key file %1 could not be read (%2): check the path that --tls-key names, and who may read it.</source>
        <translation>키 파일 %1을(를) 읽을 수 없습니다(%2). --tls-key에 지정한 경로와 읽기 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>There is no usable private key in %1: give a file with an RSA or EC key in PEM form and without a passphrase to --tls-key.</source>
        <translation>%1에 쓸 수 있는 개인 키가 없습니다. 암호가 걸려 있지 않은 PEM 형식의 RSA 또는 EC 키 파일을 --tls-key에 지정하십시오.</translation>
    </message>
    <message>
        <source>The private key in %1 does not belong to the certificate: give the two files that were made together to --tls-cert and --tls-key.</source>
        <translation>%1의 개인 키는 이 인증서의 키가 아닙니다. 함께 만들어진 두 파일을 --tls-cert와 --tls-key에 지정하십시오.</translation>
    </message>
    <message>
        <source>The self-signed certificate could not be kept in %1 (%2): make room there and see who may write, or bring your own with --tls-cert and --tls-key.</source>
        <translation>자체 서명 인증서를 %1에 보관할 수 없습니다(%2). 그곳의 여유 공간과 쓰기 권한을 확인하거나, --tls-cert와 --tls-key로 가지고 있는 인증서를 지정하십시오.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the certificate: %1</source>
        <translation>인증서의 SHA-256 지문: %1</translation>
    </message>
    <message>
        <source>Refused %1: %2</source>
        <translation>%1 거부: %2</translation>
    </message>
    <message>
        <source>OpenSSL does not accept the certificate in %1 (%2): give one with an EC key, or an RSA key of 2048 bits or more, signed with SHA-256, to --tls-cert and --tls-key.</source>
        <translation>%1의 인증서를 OpenSSL이 받아들이지 않습니다(%2). EC 키 또는 2048비트 이상의 RSA 키를 쓰고 SHA-256으로 서명된 인증서를 --tls-cert와 --tls-key에 지정하십시오.</translation>
    </message>
    <message>
        <source>Or point the camera of a phone in the same network at this:</source>
        <translation>또는 같은 네트워크에 있는 휴대전화의 카메라로 이 코드를 비추십시오:</translation>
    </message>
    <message>
        <source>What is said cannot be kept in %1 (%2): see whether its folder is there, who may write to it and whether the disk is full, or choose another file with --history.</source>
        <translation>오간 말을 %1 파일에 보관할 수 없습니다(%2). 폴더가 있는지, 쓸 권한이 있는지, 디스크가 가득 차지 않았는지 확인하거나 --history로 다른 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The history %1 is in use by another program, perhaps a second Confab: end that, or choose another file with --history.</source>
        <translation>대화 기록 %1 파일을 다른 프로그램(다른 Confab일 수 있음)이 사용 중입니다. 그 프로그램을 끝내거나 --history로 다른 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>%1 is no history of a room, or one of a later version, and was not changed: choose another file with --history; one that is not there yet is made.</source>
        <translation>%1 파일은 방의 대화 기록이 아니거나 더 새로운 버전의 기록이며, 바꾸지 않았습니다. --history로 다른 파일을 고르십시오. 없는 파일이면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>What is said cannot be kept in %1, for the disk did not answer in time: see whether it is still connected and what else keeps it busy, or choose a file elsewhere with --history.</source>
        <translation>디스크가 제때 응답하지 않아 오간 말을 %1 파일에 보관할 수 없습니다. 디스크가 아직 연결되어 있는지, 다른 작업으로 바쁘지 않은지 확인하거나 --history로 다른 곳의 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The history %1 is damaged (%2): move it away, or choose another file with --history; one that is not there yet is made.</source>
        <translation>대화 기록 %1 파일이 손상되었습니다(%2). 파일을 다른 곳으로 옮기거나 --history로 다른 파일을 고르십시오. 없는 파일이면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>What is said is kept in %1. To forget it, delete the file when the room is closed.</source>
        <translation>오간 말을 %1 파일에 보관합니다. 지우려면 방을 중지한 뒤 파일을 지우십시오.</translation>
    </message>
    <message>
        <source>What no option says is as it was set in the window before; the defaults here are those of the first start.</source>
        <translation>지정하지 않은 옵션은 창에서 마지막으로 고른 설정을 따릅니다. 여기의 기본값은 처음 실행할 때의 값입니다.</translation>
    </message>
    <message>
        <source>The option %1 was given no file: give the path of one.</source>
        <translation>%1 옵션에 파일이 없습니다. 파일의 경로를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 does not work alone: give --tls-self-signed, or --tls-cert and --tls-key, too.</source>
        <translation>%1은(는) 단독으로 쓸 수 없습니다. --tls-self-signed, 또는 --tls-cert와 --tls-key도 지정하십시오.</translation>
    </message>
    <message>
        <source>The room goes on, but what is said from now on is not kept.</source>
        <translation>방은 계속되지만, 지금부터 오가는 말은 보관되지 않습니다.</translation>
    </message>
    <message>
        <source>&apos;%2&apos; is not a PIN for %1: give %3 to %4 digits.</source>
        <translation>&apos;%2&apos;은(는) %1에 쓸 수 있는 PIN이 아닙니다. 숫자 %3~%4자리를 지정하십시오.</translation>
    </message>
    <message>
        <source>Who joins is asked for the PIN %1; these links carry it.</source>
        <translation>참가하려면 PIN %1이(가) 필요합니다. 위의 링크에는 PIN이 들어 있습니다.</translation>
    </message>
    <message>
        <source>&apos;%2&apos; is not an address for %1: give the IPv4 or IPv6 address of who is to stay out, such as 192.168.0.12.</source>
        <translation>&apos;%2&apos;은(는) %1에 쓸 수 있는 주소가 아닙니다. 막을 기기의 IPv4 또는 IPv6 주소를 192.168.0.12처럼 지정하십시오.</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1일 %2시간</translation>
    </message>
</context>
<context>
    <name>TrafficReport</name>
    <message numerus="yes">
        <source>%n fragment(s)</source>
        <translation>
            <numerusform>조각 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>… and %1 more: an export as JSON Lines has all that the log kept.</source>
        <translation>… 외 %1: JSON Lines로 내보내면 기록에 보관된 내용이 모두 들어갑니다.</translation>
    </message>
    <message>
        <source>… and %1 more, which the log did not keep.</source>
        <translation>… 외 %1: 기록에 보관되지 않았습니다.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Traffic log of Confab %1</source>
        <translation>Confab %1 트래픽 기록</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s), exported %1</source>
        <translation>
            <numerusform>기록 %Ln건, 내보낸 시각 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>표시 조건: %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
</context>
<context>
    <name>TrafficText</name>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>바이너리</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <comment>how many a broadcast went to</comment>
        <translation>
            <numerusform>%n명</numerusform>
        </translation>
    </message>
    <message>
        <source>TLS failure</source>
        <translation>TLS 실패</translation>
    </message>
    <message>
        <source>The TLS handshake did not end in the time allowed.</source>
        <translation>TLS 핸드셰이크가 허용된 시간 안에 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>Below is the text, up to the byte at fault.</source>
        <translation>아래는 잘못된 바이트까지의 텍스트입니다.</translation>
    </message>
    <message>
        <source>Below is the last part of the text, up to the byte at fault.</source>
        <translation>아래는 잘못된 바이트까지의 텍스트 끝부분입니다.</translation>
    </message>
    <message>
        <source>Below is the payload of the Close: the code in two bytes, then the reason.</source>
        <translation>아래는 Close의 페이로드입니다. 2바이트 코드 다음에 사유가 옵니다.</translation>
    </message>
    <message>
        <source>Below is the header of the frame, as far as it was read.</source>
        <translation>아래는 읽은 데까지의 프레임 헤더입니다.</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>미완성</translation>
    </message>
    <message>
        <source>No more of this message was taken: the connection ended, or a rule was broken, before it was whole.</source>
        <translation>이 메시지는 더 받지 않았습니다. 메시지가 다 오기 전에 연결이 끝났거나 규칙이 어겨졌습니다.</translation>
    </message>
</context>
<context>
    <name>WireErrorText</name>
    <message>
        <source>A frame had a reserved bit set, though no extension that uses it was agreed on.</source>
        <translation>프레임에 예약 비트가 설정되어 있지만, 그 비트를 쓰는 확장은 합의되지 않았습니다.</translation>
    </message>
    <message>
        <source>A frame had a reserved opcode.</source>
        <translation>프레임에 예약된 opcode가 있습니다.</translation>
    </message>
    <message>
        <source>The length of a frame was not written in its shortest form.</source>
        <translation>프레임의 길이가 가장 짧은 형식으로 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The 64-bit length of a frame had its highest bit set.</source>
        <translation>프레임의 64비트 길이에서 최상위 비트가 설정되어 있습니다.</translation>
    </message>
    <message>
        <source>The client sent a frame without masking; a client must mask everything it sends.</source>
        <translation>클라이언트가 마스킹하지 않은 프레임을 보냈습니다. 클라이언트는 보내는 것을 모두 마스킹해야 합니다.</translation>
    </message>
    <message>
        <source>The server sent a masked frame; a server must not mask.</source>
        <translation>서버가 마스킹된 프레임을 보냈습니다. 서버는 마스킹하면 안 됩니다.</translation>
    </message>
    <message>
        <source>A continuation frame came, but no message had been begun.</source>
        <translation>시작된 메시지가 없는데 연속 프레임이 왔습니다.</translation>
    </message>
    <message>
        <source>A new message began before the previous one was finished.</source>
        <translation>앞의 메시지가 끝나기 전에 새 메시지가 시작되었습니다.</translation>
    </message>
    <message>
        <source>A control frame was split into fragments.</source>
        <translation>제어 프레임이 조각으로 나뉘었습니다.</translation>
    </message>
    <message>
        <source>A control frame had more than 125 bytes of payload.</source>
        <translation>제어 프레임의 페이로드가 125바이트를 넘습니다.</translation>
    </message>
    <message>
        <source>A Close had a payload of one byte, too short for a close code.</source>
        <translation>Close의 페이로드가 1바이트여서 종료 코드가 들어갈 수 없습니다.</translation>
    </message>
    <message>
        <source>A Close had a code that must not be sent.</source>
        <translation>Close에 전송해서는 안 되는 코드가 있습니다.</translation>
    </message>
    <message>
        <source>The reason in a Close was not valid UTF-8.</source>
        <translation>Close의 사유가 올바른 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>A text message was not valid UTF-8.</source>
        <translation>텍스트 메시지가 올바른 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>A compressed message could not be decompressed.</source>
        <translation>압축된 메시지의 압축을 풀 수 없습니다.</translation>
    </message>
    <message>
        <source>A frame was bigger than allowed here.</source>
        <translation>프레임이 여기서 허용하는 크기보다 큽니다.</translation>
    </message>
    <message>
        <source>A message was bigger than allowed here.</source>
        <translation>메시지가 여기서 허용하는 크기보다 큽니다.</translation>
    </message>
    <message>
        <source>A message was split into more fragments than allowed here.</source>
        <translation>메시지가 여기서 허용하는 것보다 많은 조각으로 나뉘었습니다.</translation>
    </message>
</context>
<context>
    <name>WireSizeText</name>
    <message>
        <source>%1 B, compressed to an average of %2 B on the wire (%3 %)</source>
        <translation>%1 B, 전송할 때 평균 %2 B로 압축됨(%3%)</translation>
    </message>
    <message>
        <source>%1 B, compressed to %2 B on the wire (%3 %)</source>
        <translation>%1 B, 전송할 때 %2 B로 압축됨(%3%)</translation>
    </message>
</context>
<context>
    <name>confab::AddressBar</name>
    <message>
        <source>A WebSocket’s address starts with ws:// or wss://; this is read as %1.</source>
        <translation>WebSocket 주소는 ws:// 또는 wss://로 시작합니다. %1(으)로 해석합니다.</translation>
    </message>
    <message>
        <source>Read as %1.</source>
        <translation>%1(으)로 해석합니다.</translation>
    </message>
    <message>
        <source>Write the server’s address, for example ws://localhost:3000.</source>
        <translation>서버의 주소를 입력하십시오. 예: ws://localhost:3000</translation>
    </message>
    <message>
        <source>This is not a WebSocket’s address: it has to start with ws:// or wss://.</source>
        <translation>WebSocket 주소가 아닙니다. ws:// 또는 wss://로 시작해야 합니다.</translation>
    </message>
    <message>
        <source>This is not an address yet. Write it as ws://host:port/path.</source>
        <translation>아직 주소가 아닙니다. ws://호스트:포트/경로 형식으로 입력하십시오.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>연결 끊기</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>강제로 끊기</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Stop trying to connect.</source>
        <translation>연결 시도를 중단합니다.</translation>
    </message>
    <message>
        <source>Close the connection in good order, with code 1000.</source>
        <translation>코드 1000으로 연결을 정상적으로 닫습니다.</translation>
    </message>
    <message>
        <source>Cut the connection without waiting for the other side.</source>
        <translation>상대를 기다리지 않고 연결을 끊습니다.</translation>
    </message>
    <message>
        <source>Connect to this address (Return)</source>
        <translation>이 주소로 연결합니다(Enter).</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>서버 주소</translation>
    </message>
    <message>
        <source>The server’s address, such as ws://localhost:3000/chat</source>
        <translation>서버의 주소, 예: ws://localhost:3000/chat</translation>
    </message>
</context>
<context>
    <name>confab::BanDialog</name>
    <message>
        <source>Whoever comes from there is refused until you lift the ban or quit Confab.</source>
        <translation>막은 것을 풀거나 Confab을 끝낼 때까지 이 주소에서 오는 연결을 모두 거부합니다.</translation>
    </message>
    <message>
        <source>Nobody is here from there now.</source>
        <translation>지금 이 주소에서 들어온 참가자는 없습니다.</translation>
    </message>
    <message>
        <source>Closed at once, with code 1008: %1.</source>
        <translation>다음 연결을 코드 1008로 바로 닫습니다: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Closed at once, with code 1008: %1 and %n more.</source>
        <translation>
            <numerusform>다음 연결을 코드 1008로 바로 닫습니다: %1 외 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ban %1?</source>
        <translation>%1 주소를 막으시겠습니까?</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>막기</translation>
    </message>
    <message>
        <source>That is this computer.</source>
        <translation>이 컴퓨터의 주소입니다.</translation>
    </message>
</context>
<context>
    <name>confab::CertificatesDialog</name>
    <message>
        <source>Trusted certificates</source>
        <translation>신뢰하는 인증서</translation>
    </message>
    <message>
        <source>At these servers the client pane trusts this certificate, whoever vouches for it, and refuses every other one.</source>
        <translation>클라이언트 창은 아래 서버에서 누가 보증하든 이 인증서를 신뢰하고, 다른 인증서는 모두 거부합니다.</translation>
    </message>
    <message>
        <source>Forget this certificate: the next connection judges the server’s anew. (Del)</source>
        <translation>이 인증서의 신뢰를 해제합니다. 다음에 연결할 때 서버의 인증서를 다시 확인합니다. (Del)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>SHA-256 지문</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>신뢰한 때</translation>
    </message>
    <message>
        <source>None so far. Where a server’s certificate is not trusted, the client pane says why and offers to trust that very one; it is listed here then.</source>
        <translation>아직 없습니다. 신뢰할 수 없는 서버 인증서를 만나면 클라이언트 창이 그 이유를 알리고 바로 그 인증서를 신뢰할지 묻습니다. 신뢰하기로 한 인증서가 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>신뢰 해제</translation>
    </message>
</context>
<context>
    <name>confab::ClientComposer</name>
    <message>
        <source>This does not fit in yet: the server has not taken what was sent before. It stays here; send it in a while.</source>
        <translation>아직 보낼 자리가 없습니다. 먼저 보낸 것을 서버가 다 받아 가지 않았습니다. 내용은 그대로 있으니 잠시 뒤에 보내십시오.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>What to send</source>
        <translation>보낼 내용의 종류</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>메시지를 입력하십시오…</translation>
    </message>
    <message>
        <source>What the ping carries, if anything</source>
        <translation>Ping에 실을 내용(비워 둘 수 있음)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>What to send: text, bytes, a file, or a ping</source>
        <translation>보낼 내용의 종류: 텍스트, 바이트, 파일 또는 Ping</translation>
    </message>
    <message>
        <source>Bytes, such as 48 65 6c 6c 6f</source>
        <translation>바이트, 예: 48 65 6c 6c 6f</translation>
    </message>
    <message>
        <source>Bytes, such as SGVsbG8=</source>
        <translation>바이트, 예: SGVsbG8=</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 대기 중</translation>
    </message>
    <message>
        <source>Sent here, but not taken by the system yet: the server reads too slowly (bufferedAmount)</source>
        <translation>보냈지만 서버가 느리게 읽어 시스템이 아직 가져가지 않은 양입니다(bufferedAmount).</translation>
    </message>
    <message>
        <source>The pasted line breaks (CR, U+2028 or U+2029) are sent as LF. To send them as they are, choose Hex, Base64 or File, as text.</source>
        <translation>붙여 넣은 줄바꿈(CR, U+2028, U+2029)은 LF로 보냅니다. 그대로 보내려면 16진수, Base64, 파일 가운데 하나를 고르고 ‘텍스트로’를 선택하십시오.</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>텍스트로</translation>
    </message>
    <message>
        <source>Send these bytes as a text message, not as a binary one.</source>
        <translation>이 바이트를 바이너리가 아니라 텍스트 메시지로 보냅니다.</translation>
    </message>
    <message>
        <source>Send this (Ctrl+Return). Ctrl+Up brings back what was sent before.</source>
        <translation>보냅니다(Ctrl+Return). Ctrl+Up을 누르면 전에 보낸 것을 다시 불러옵니다.</translation>
    </message>
</context>
<context>
    <name>confab::ClientDetails</name>
    <message>
        <source>No subprotocol</source>
        <translation>서브프로토콜 없음</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>암호화됨</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>%1에 연결됨</translation>
    </message>
    <message>
        <source>Options (%1)</source>
        <translation>옵션(%1)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>핸드셰이크</translation>
    </message>
    <message>
        <source>Show the opening handshake: the request and the server’s answer.</source>
        <translation>열기 핸드셰이크의 요청과 서버 응답을 봅니다.</translation>
    </message>
    <message>
        <source>Opening handshake</source>
        <translation>열기 핸드셰이크</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>압축됨</translation>
    </message>
    <message>
        <source>Subprotocols, compression, extra headers, proxy and time-out</source>
        <translation>서브프로토콜, 압축, 추가 헤더, 프록시, 제한 시간</translation>
    </message>
</context>
<context>
    <name>confab::ClientOptions</name>
    <message>
        <source>Line %1 has no colon. Write it as “Name: value”.</source>
        <translation>%1번째 줄에 콜론이 없습니다. “이름: 값” 형식으로 입력하십시오.</translation>
    </message>
    <message>
        <source>Line %1: the value has a control character, which a header cannot carry.</source>
        <translation>%1번째 줄: 값에 헤더에 쓸 수 없는 제어 문자가 있습니다.</translation>
    </message>
    <message>
        <source>Offered subprotocols</source>
        <translation>제시할 서브프로토콜</translation>
    </message>
    <message>
        <source>Separated by commas, the preferred one first. The server picks one of them, or none.</source>
        <translation>선호하는 순서대로 쉼표로 구분합니다. 서버가 그중 하나를 고르거나 고르지 않습니다.</translation>
    </message>
    <message>
        <source>Extra headers, one on each line</source>
        <translation>추가 헤더(한 줄에 하나씩)</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>추가 헤더</translation>
    </message>
    <message>
        <source>Sent with the opening handshake, as “Name: value”.</source>
        <translation>열기 핸드셰이크와 함께 “이름: 값” 형식으로 보냅니다.</translation>
    </message>
    <message>
        <source>Connect time-out</source>
        <translation>연결 제한 시간</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation>초</translation>
    </message>
    <message>
        <source>How long to wait for the server’s answer before giving up</source>
        <translation>서버의 응답을 기다리는 시간. 지나면 포기합니다.</translation>
    </message>
    <message>
        <source>Offer compression</source>
        <translation>압축 제시</translation>
    </message>
    <message>
        <source>Offers permessage-deflate; messages are compressed if the server agrees to it.</source>
        <translation>permessage-deflate를 제시합니다. 서버가 동의하면 메시지를 압축합니다.</translation>
    </message>
    <message>
        <source>Trusted certificates…</source>
        <translation>신뢰하는 인증서…</translation>
    </message>
    <message>
        <source>See which servers’ certificates you trust, and forget them.</source>
        <translation>어느 서버의 인증서를 신뢰하는지 보고, 더는 신뢰하지 않을 인증서의 신뢰를 해제합니다.</translation>
    </message>
    <message>
        <source>Line %1: a header’s name cannot have spaces, brackets or letters other than English ones.</source>
        <translation>%1번째 줄: 헤더 이름에는 공백, 괄호, 영문자가 아닌 글자를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Ping while it is quiet</source>
        <translation>조용하면 Ping 보내기</translation>
    </message>
    <message>
        <source>Sends a ping after 20 seconds without anything from the server, and gives the connection up after 20 more. Otherwise nothing is sent but what you send, as in a browser.</source>
        <translation>서버에서 20초 동안 아무것도 오지 않으면 Ping을 보내고, 그 뒤 20초 동안에도 없으면 연결을 끊습니다. 끄면 브라우저처럼 사용자가 보내는 것만 보냅니다.</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>가장 큰 메시지</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>What is larger is not sent; the server is closed with 1009 if it sends it.</source>
        <translation>이보다 큰 메시지는 보내지 않습니다. 서버가 보내면 1009로 연결을 끝냅니다.</translation>
    </message>
</context>
<context>
    <name>confab::ClientPane</name>
    <message>
        <source>Client connections</source>
        <translation>클라이언트 연결</translation>
    </message>
    <message>
        <source>Open another connection.</source>
        <translation>연결을 하나 더 엽니다.</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>새 연결</translation>
    </message>
    <message>
        <source>Connect as a client to this room, or to any ws:// or wss:// server.</source>
        <translation>이 방이나 다른 ws://, wss:// 서버에 클라이언트로 연결합니다.</translation>
    </message>
    <message>
        <source>Close this connection and its tab.</source>
        <translation>이 연결과 탭을 닫습니다.</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>탭 닫기</translation>
    </message>
</context>
<context>
    <name>confab::ClientTrafficView</name>
    <message>
        <source>Sent and received</source>
        <translation>보낸 것과 받은 것</translation>
    </message>
    <message>
        <source>Nothing sent or received yet</source>
        <translation>아직 주고받은 것이 없습니다</translation>
    </message>
    <message>
        <source>Connect, and each message, ping and close of this connection will appear here.</source>
        <translation>연결하면 이 연결의 메시지, Ping, Close가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>%1에 연결하는 중…</translation>
    </message>
    <message numerus="yes">
        <source>Gives up after %n second(s).</source>
        <translation>
            <numerusform>%n초가 지나면 포기합니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::ClientView</name>
    <message>
        <source>New</source>
        <translation>새 연결</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Start the closing handshake with this code and reason.</source>
        <translation>이 코드와 사유로 닫기 핸드셰이크를 시작합니다.</translation>
    </message>
</context>
<context>
    <name>confab::ClientsTable</name>
    <message>
        <source>Nobody is here yet. Share the join link: whoever opens it appears here.</source>
        <translation>아직 아무도 없습니다. 참가 링크를 공유하면 링크를 연 사람이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Whoever joins the room appears here.</source>
        <translation>방에 참가한 사람이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Send to it…</source>
        <translation>이 클라이언트에게 보내기…</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Show only its traffic</source>
        <translation>이 클라이언트의 트래픽만 보기</translation>
    </message>
    <message>
        <source>Close with code and reason…</source>
        <translation>코드와 사유를 지정하여 닫기…</translation>
    </message>
    <message>
        <source>Kick (cut the connection)</source>
        <translation>강제 퇴장(연결 끊기)</translation>
    </message>
    <message>
        <source>Connected clients</source>
        <translation>연결된 클라이언트</translation>
    </message>
    <message>
        <source>Ban its address…</source>
        <translation>주소 막기…</translation>
    </message>
</context>
<context>
    <name>confab::CloseCodeEditor</name>
    <message>
        <source>This code may not be sent. Choose 1000–1003, 1007–1014 or 3000–4999.</source>
        <translation>이 코드는 보낼 수 없습니다. 1000–1003, 1007–1014, 3000–4999 중에서 선택하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>The reason is %n byte(s) too long: at most 123 bytes of UTF-8 fit.</source>
        <translation>
            <numerusform>사유가 %n바이트 깁니다. UTF-8로 최대 123바이트까지 쓸 수 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n byte(s) left for the reason</source>
        <translation>
            <numerusform>%1 · 사유에 %n바이트 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>The close code that the other side is given</source>
        <translation>상대에게 보낼 종료 코드</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>종료 코드</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>사유(비워 둘 수 있음)</translation>
    </message>
    <message>
        <source>Words for the other side, at most 123 bytes of UTF-8</source>
        <translation>상대에게 보낼 말, UTF-8로 최대 123바이트</translation>
    </message>
    <message>
        <source>Close reason</source>
        <translation>종료 사유</translation>
    </message>
</context>
<context>
    <name>confab::CloseMemberDialog</name>
    <message>
        <source>Close the connection to %1</source>
        <translation>%1의 연결 닫기</translation>
    </message>
    <message>
        <source>The closing handshake gives them this code and reason.</source>
        <translation>닫기 핸드셰이크로 이 코드와 사유를 전달합니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>%1 is not connected any more.</source>
        <translation>%1 님은 이제 연결되어 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>confab::ComposerFile</name>
    <message>
        <source>This file has %1; one message may take at most %2.</source>
        <translation>이 파일의 크기는 %1입니다. 메시지 하나에는 최대 %2까지 담을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1, sent as one binary message</source>
        <translation>%1, 바이너리 메시지 하나로 전송</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation>이 파일을 읽을 수 없습니다. 다른 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>Send a file</source>
        <translation>파일 보내기</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Choose the file to send.</source>
        <translation>보낼 파일을 선택합니다.</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>선택한 파일 없음</translation>
    </message>
    <message>
        <source>%1, sent as one text message</source>
        <translation>%1, 텍스트 메시지 하나로 보냅니다</translation>
    </message>
</context>
<context>
    <name>confab::ConversationView</name>
    <message numerus="yes">
        <source>… and %Ln more character(s). Wire keeps the first %1 of a message.</source>
        <comment>shown below a long message</comment>
        <translation>
            <numerusform>… 뒤에 %Ln자가 더 있습니다. 메시지의 처음 %1까지는 트래픽 탭에 남습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Host</source>
        <translation>진행자</translation>
    </message>
    <message>
        <source>sent binary data, %1</source>
        <translation>바이너리 데이터를 보냈습니다(%1)</translation>
    </message>
    <message>
        <source>%1 joined · %2</source>
        <translation>%1 님이 들어왔습니다 · %2</translation>
    </message>
    <message>
        <source>%1 left · %2</source>
        <translation>%1 님이 나갔습니다 · %2</translation>
    </message>
    <message>
        <source>Nothing has been said yet. What people say in the room appears here.</source>
        <translation>아직 대화가 없습니다. 방에서 나눈 대화가 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>confab::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>링크 복사</translation>
    </message>
</context>
<context>
    <name>confab::ExportDialog</name>
    <message>
        <source>Export the traffic</source>
        <translation>트래픽 내보내기</translation>
    </message>
    <message>
        <source>JSON Lines, complete, for programs</source>
        <translation>JSON Lines, 프로그램용 전체 기록</translation>
    </message>
    <message>
        <source>Text, to read and to pass on</source>
        <translation>텍스트, 읽거나 전달하기 위한 기록</translation>
    </message>
</context>
<context>
    <name>confab::ExportStrip</name>
    <message>
        <source>Exporting… %1 %</source>
        <translation>내보내는 중… %1%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) written to %1</source>
        <translation>
            <numerusform>기록 %Ln건을 %1 파일로 내보냈습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>다른 위치 고르기…</translation>
    </message>
    <message>
        <source>Export the same records to another file.</source>
        <translation>같은 기록을 다른 파일로 내보냅니다.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop the export; no file is written.</source>
        <translation>내보내기를 멈춥니다. 파일은 만들지 않습니다.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Open the folder that the file is in.</source>
        <translation>파일이 있는 폴더를 엽니다.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Put this message away.</source>
        <translation>이 알림을 치웁니다.</translation>
    </message>
</context>
<context>
    <name>confab::FailureBanner</name>
    <message>
        <source>What went wrong</source>
        <translation>문제의 내용</translation>
    </message>
    <message>
        <source>Server’s answer</source>
        <translation>서버 응답</translation>
    </message>
    <message>
        <source>Show the status, the headers and the text that the server answered with.</source>
        <translation>서버가 응답한 상태, 헤더, 본문을 봅니다.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Put this message away.</source>
        <translation>이 알림을 치웁니다.</translation>
    </message>
    <message>
        <source>Server’s certificates</source>
        <translation>서버의 인증서</translation>
    </message>
    <message>
        <source>Show whose certificates they are, who issued them, and their fingerprints.</source>
        <translation>누구의 인증서이고 누가 발급했는지, 지문은 무엇인지 표시합니다.</translation>
    </message>
</context>
<context>
    <name>confab::FingerprintView</name>
    <message>
        <source>Certificate’s fingerprint (SHA-256)</source>
        <translation>인증서 지문(SHA-256)</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>지문 복사</translation>
    </message>
    <message>
        <source>Browsers warn about a certificate that was made here. It is this room’s if they show this fingerprint.</source>
        <translation>브라우저는 여기서 만든 인증서에 대해 경고합니다. 브라우저가 이 지문을 표시하면 이 방의 인증서가 맞습니다.</translation>
    </message>
</context>
<context>
    <name>confab::ForgetHistoryDialog</name>
    <message>
        <source>Forget all that was said?</source>
        <translation>오간 말을 모두 지울까요?</translation>
    </message>
    <message>
        <source>The file %1 is deleted, and nobody can bring it back. Who joins the room later is given nothing of it.</source>
        <translation>%1 파일을 지우며, 지운 뒤에는 되살릴 수 없습니다. 나중에 방에 들어오는 사람은 그 내용을 받지 않습니다.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The file %1 is still there.</source>
        <translation>%1 파일이 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>confab::HeaderBar</name>
    <message>
        <source>Not running</source>
        <translation>실행 중 아님</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message numerus="yes">
        <source>Listening · %n client(s)</source>
        <translation>
            <numerusform>수신 대기 중 · 클라이언트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Close the room: everyone is told and disconnected</source>
        <translation>방을 중지합니다. 모두에게 알리고 연결을 끊습니다.</translation>
    </message>
    <message>
        <source>Start the room with the settings at the left</source>
        <translation>왼쪽 설정으로 방을 시작합니다.</translation>
    </message>
    <message>
        <source>Whoever opens this link joins the room</source>
        <translation>이 링크를 여는 사람은 방에 참가합니다.</translation>
    </message>
    <message>
        <source>Join link</source>
        <translation>참가 링크</translation>
    </message>
    <message>
        <source>QR</source>
        <translation>QR</translation>
    </message>
    <message>
        <source>Show the link as a QR code for phones</source>
        <translation>링크를 휴대전화용 QR 코드로 봅니다.</translation>
    </message>
    <message>
        <source>Choose the language</source>
        <translation>언어를 선택합니다.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
</context>
<context>
    <name>confab::HistorySwitch</name>
    <message>
        <source>Stop the room first: then what was said in it can be deleted</source>
        <translation>먼저 방을 중지하십시오. 그러면 오간 말을 지울 수 있습니다.</translation>
    </message>
    <message>
        <source>Delete what was said, so that nobody is given it any more</source>
        <translation>오간 말을 지워 더는 아무도 받지 않게 합니다.</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>대화 기록 보관</translation>
    </message>
    <message>
        <source>What is said stays when the room ends, in a file of this computer’s; who comes later is given the last of it. The room’s page tells everyone who joins; other WebSocket clients are not told</source>
        <translation>방을 중지해도 오간 말이 이 컴퓨터의 파일에 남고, 나중에 들어온 사람은 가장 최근의 대화를 받습니다. 방의 웹 페이지는 들어오는 사람에게 이 사실을 알리지만, 다른 WebSocket 클라이언트에는 알리지 않습니다.</translation>
    </message>
    <message>
        <source>Forget it…</source>
        <translation>지우기…</translation>
    </message>
    <message>
        <source>Forget the history</source>
        <translation>대화 기록 지우기</translation>
    </message>
</context>
<context>
    <name>confab::HostPane</name>
    <message>
        <source>Reopening the room…</source>
        <translation>방을 다시 여는 중…</translation>
    </message>
    <message>
        <source>The room is now open to this computer alone. Everyone was disconnected once.</source>
        <translation>이제 이 컴퓨터에서만 방에 들어올 수 있습니다. 모두의 연결이 한 번 끊어졌습니다.</translation>
    </message>
    <message>
        <source>The room is now open to this network. Everyone was disconnected once.</source>
        <translation>이제 이 네트워크에서 방에 들어올 수 있습니다. 모두의 연결이 한 번 끊어졌습니다.</translation>
    </message>
    <message>
        <source>Clients (%1)</source>
        <translation>클라이언트(%1)</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>진행자</translation>
    </message>
    <message>
        <source>Who may join</source>
        <translation>참가 범위</translation>
    </message>
    <message>
        <source>Join link</source>
        <translation>참가 링크</translation>
    </message>
    <message>
        <source>Show or hide the settings of the server</source>
        <translation>서버 설정을 보이거나 숨깁니다.</translation>
    </message>
    <message>
        <source>Port, TLS, subprotocols, origins</source>
        <translation>포트, TLS, 서브프로토콜, 출처</translation>
    </message>
</context>
<context>
    <name>confab::JoinLinks</name>
    <message>
        <source>The link appears here once the room is open.</source>
        <translation>방이 열리면 여기에 링크가 나타납니다.</translation>
    </message>
    <message>
        <source>Join link %1</source>
        <translation>참가 링크 %1</translation>
    </message>
    <message>
        <source>Show the link as a QR code for phones</source>
        <translation>링크를 휴대전화용 QR 코드로 봅니다.</translation>
    </message>
</context>
<context>
    <name>confab::LimitsDialog</name>
    <message>
        <source>Limits</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>What the server takes from its clients. Nobody who behaves should ever meet one of these.</source>
        <translation>서버가 클라이언트에게 허용하는 범위입니다. 정상적인 클라이언트라면 이 한도에 닿을 일이 없습니다.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>기본값: %1</translation>
    </message>
</context>
<context>
    <name>confab::MainMenu</name>
    <message>
        <source>en</source>
        <extracomment>The language that this translation is in: en or ko.</extracomment>
        <translation>ko</translation>
    </message>
    <message>
        <source>Stop the room</source>
        <translation>방 중지</translation>
    </message>
    <message>
        <source>Start the room</source>
        <translation>방 시작</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>방</translation>
    </message>
    <message>
        <source>Selected client</source>
        <translation>선택한 클라이언트</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Copy the join link</source>
        <translation>참가 링크 복사</translation>
    </message>
    <message>
        <source>Show the QR code</source>
        <translation>QR 코드 보기</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>메시지 보내기</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>서버에 연결</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>새 연결</translation>
    </message>
    <message>
        <source>Find in the traffic</source>
        <translation>트래픽에서 찾기</translation>
    </message>
    <message>
        <source>Show the room</source>
        <translation>방 보기</translation>
    </message>
    <message>
        <source>Show the wire</source>
        <translation>트래픽 보기</translation>
    </message>
    <message>
        <source>Host pane</source>
        <translation>진행자 창</translation>
    </message>
    <message>
        <source>Show or hide the host pane</source>
        <translation>진행자 창 보이기/숨기기</translation>
    </message>
    <message>
        <source>Room and wire</source>
        <translation>방과 트래픽</translation>
    </message>
    <message>
        <source>Client pane</source>
        <translation>클라이언트 창</translation>
    </message>
    <message>
        <source>Show or hide the client pane</source>
        <translation>클라이언트 창 보이기/숨기기</translation>
    </message>
    <message>
        <source>Send to it…</source>
        <translation>이 클라이언트에게 보내기…</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Close with code and reason…</source>
        <translation>코드와 사유를 지정하여 닫기…</translation>
    </message>
    <message>
        <source>Kick (cut the connection)</source>
        <translation>강제 퇴장(연결 끊기)</translation>
    </message>
    <message>
        <source>Show only its traffic</source>
        <translation>이 클라이언트의 트래픽만 보기</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>About Confab</source>
        <translation>Confab 정보</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정에 따름</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Trusted certificates…</source>
        <translation>신뢰하는 인증서…</translation>
    </message>
    <message>
        <source>Export the traffic…</source>
        <translation>트래픽 내보내기…</translation>
    </message>
    <message>
        <source>Ban its address…</source>
        <translation>주소 막기…</translation>
    </message>
</context>
<context>
    <name>confab::MainWindow</name>
    <message>
        <source>About Confab</source>
        <translation>Confab 정보</translation>
    </message>
    <message>
        <source>Confab %1

A chat room for everyone on the network, and a workbench for WebSocket.</source>
        <translation>Confab %1

네트워크의 모두를 위한 대화방이자 WebSocket 작업대입니다.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>방</translation>
    </message>
    <message>
        <source>Wire</source>
        <translation>트래픽</translation>
    </message>
</context>
<context>
    <name>confab::MemberDelegate</name>
    <message>
        <source>Ready state</source>
        <translation>준비 상태</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>서브프로토콜</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>방</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>메시지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>왕복 시간</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>연결 시각</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>브라우저</translation>
    </message>
</context>
<context>
    <name>confab::PinField</name>
    <message>
        <source>A PIN has 4 to 12 digits. Until then it is %1.</source>
        <translation>PIN은 숫자 4~12자리입니다. 고칠 때까지는 지금의 PIN %1을(를) 그대로 씁니다.</translation>
    </message>
    <message>
        <source>Press Return to take this PIN.</source>
        <translation>Enter 키를 누르면 이 PIN을 사용합니다.</translation>
    </message>
    <message>
        <source>The link and its QR code carry the PIN. Who is in stays.</source>
        <translation>링크와 QR 코드에 PIN이 들어 있습니다. 이미 들어온 사람은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Ask for a PIN</source>
        <translation>PIN 묻기</translation>
    </message>
    <message>
        <source>Whoever joins has to know these digits, or to have the link</source>
        <translation>참가하려면 이 숫자를 알거나 링크를 가지고 있어야 합니다</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Make a new PIN</source>
        <translation>새 PIN 만들기</translation>
    </message>
</context>
<context>
    <name>confab::ProxyFields</name>
    <message>
        <source>Write the proxy’s address as host:port, for example proxy.local:1080.</source>
        <translation>프록시의 주소를 호스트:포트 형식으로 입력하십시오. 예: proxy.local:1080</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>프록시</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>Whether the connection goes through a proxy</source>
        <translation>프록시를 거쳐 연결할지 여부</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>호스트:포트</translation>
    </message>
    <message>
        <source>The proxy’s address</source>
        <translation>프록시의 주소</translation>
    </message>
    <message>
        <source>User, if needed</source>
        <translation>사용자(필요한 경우)</translation>
    </message>
    <message>
        <source>User at the proxy</source>
        <translation>프록시의 사용자 이름</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>프록시의 암호</translation>
    </message>
</context>
<context>
    <name>confab::QrCodePopup</name>
    <message>
        <source>QR code of the join link</source>
        <translation>참가 링크의 QR 코드</translation>
    </message>
    <message>
        <source>QR code of %1</source>
        <translation>%1의 QR 코드</translation>
    </message>
    <message>
        <source>Point a phone’s camera at it. The phone must be on the same network.</source>
        <translation>휴대전화의 카메라로 비추십시오. 휴대전화가 같은 네트워크에 있어야 합니다.</translation>
    </message>
    <message>
        <source>This link works on this computer alone. For phones, choose “This network” and a link with a network address.</source>
        <translation>이 링크는 이 컴퓨터에서만 열립니다. 휴대전화로 참가하려면 ‘이 네트워크’를 고르고 네트워크 주소로 된 링크를 사용하십시오.</translation>
    </message>
</context>
<context>
    <name>confab::QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>confab::ReadyStateStrip</name>
    <message>
        <source>Entered: %1</source>
        <translation>진입 시각: %1</translation>
    </message>
    <message>
        <source>Ready state</source>
        <translation>준비 상태</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>아직 연결하지 않음</translation>
    </message>
</context>
<context>
    <name>confab::RoomBanners</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Start the room again</source>
        <translation>방을 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Allow this origin</source>
        <translation>이 출처 허용</translation>
    </message>
    <message>
        <source>Let pages of %1 join from now on</source>
        <translation>이제부터 %1의 페이지가 참가할 수 있게 합니다.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Start the room again; everyone is disconnected once</source>
        <translation>방을 다시 시작합니다. 모두의 연결이 한 번 끊어집니다.</translation>
    </message>
</context>
<context>
    <name>confab::RoomComposer</name>
    <message>
        <source>Say something to everyone…</source>
        <translation>모두에게 할 말을 입력하십시오…</translation>
    </message>
    <message>
        <source>Once the room is open, speak to everyone here</source>
        <translation>방이 열리면 여기에서 모두에게 말할 수 있습니다.</translation>
    </message>
    <message>
        <source>Message to everyone</source>
        <translation>모두에게 보낼 메시지</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Send to everyone in the room (Return; Shift+Return breaks the line)</source>
        <translation>방의 모두에게 보냅니다(Enter, 줄 바꿈은 Shift+Enter).</translation>
    </message>
</context>
<context>
    <name>confab::RoomView</name>
    <message>
        <source>The room is not open</source>
        <translation>방이 열려 있지 않습니다</translation>
    </message>
    <message>
        <source>Nobody else is here</source>
        <translation>다른 사람이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <comment>people in the room</comment>
        <translation>
            <numerusform>%n명 참가 중</numerusform>
        </translation>
    </message>
    <message>
        <source>Main room</source>
        <translation>기본 방</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>방</translation>
    </message>
    <message>
        <source>The room that is shown and spoken to</source>
        <translation>대화를 보고 메시지를 보낼 방</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>대화</translation>
    </message>
</context>
<context>
    <name>confab::SendToMemberDialog</name>
    <message>
        <source>Text to send</source>
        <translation>보낼 텍스트</translation>
    </message>
    <message>
        <source>Send to %1 alone</source>
        <translation>%1에게만 보내기</translation>
    </message>
    <message>
        <source>The text goes to this connection exactly as it is, and to nobody else.</source>
        <translation>텍스트를 있는 그대로 이 연결에만 보냅니다.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>%1 is not connected any more. Your text was not sent; copy it if you need it.</source>
        <translation>%1 님은 이제 연결되어 있지 않습니다. 입력한 내용은 보내지 않았습니다. 필요하면 복사해 두십시오.</translation>
    </message>
    <message>
        <source>Nobody else sees it. The join page marks it as for this person alone.</source>
        <translation>다른 사람에게는 보이지 않습니다. 참가 페이지에는 이 사람에게만 보낸 메시지로 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>confab::ServerSettings</name>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>any free</source>
        <translation>비어 있는 포트</translation>
    </message>
    <message>
        <source>The TCP port to listen on; 0 takes any free one</source>
        <translation>수신 대기할 TCP 포트. 0이면 비어 있는 포트를 사용합니다.</translation>
    </message>
    <message>
        <source>Subprotocols</source>
        <translation>서브프로토콜</translation>
    </message>
    <message>
        <source>The first one that a client offers and that is in this list is selected</source>
        <translation>클라이언트가 제시한 것 중 이 목록에 있는 첫 번째 서브프로토콜을 선택합니다.</translation>
    </message>
    <message>
        <source>Add one…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>A subprotocol is one word of letters, digits and .-_ without spaces.</source>
        <translation>서브프로토콜은 공백 없이 영문자, 숫자, 마침표(.), 하이픈(-), 밑줄(_)로 된 한 단어입니다.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 제거</translation>
    </message>
    <message>
        <source>Let unknown ones in without</source>
        <translation>지원하지 않는 것만 제시해도 허용</translation>
    </message>
    <message>
        <source>A client that offers only other subprotocols joins without one instead of being refused with 400</source>
        <translation>다른 서브프로토콜만 제시하는 클라이언트를 400으로 거부하지 않고 서브프로토콜 없이 참가시킵니다.</translation>
    </message>
    <message>
        <source>Allowed origins</source>
        <translation>허용할 출처</translation>
    </message>
    <message>
        <source>Pages of these sites may join, beside the room’s own page and localhost</source>
        <translation>방의 페이지와 localhost 외에 이 사이트의 페이지도 참가할 수 있습니다.</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>An origin is a scheme and a host, for example https://example.org.</source>
        <translation>출처는 스킴과 호스트로 이루어집니다. 예: https://example.org</translation>
    </message>
    <message>
        <source>Any origin</source>
        <translation>모든 출처 허용</translation>
    </message>
    <message>
        <source>Pages of every site may join and read the room</source>
        <translation>모든 사이트의 페이지가 방에 참가하고 대화를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Changes wait for a restart.</source>
        <translation>다시 시작하면 적용됩니다.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Stop the room and start it with these settings; everyone is disconnected once</source>
        <translation>방을 중지했다가 이 설정으로 다시 시작합니다. 모두의 연결이 한 번 끊어집니다.</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>한도…</translation>
    </message>
    <message>
        <source>How much the server takes from its clients: sizes, times, rates</source>
        <translation>서버가 클라이언트에게 허용하는 크기, 시간, 빈도</translation>
    </message>
    <message>
        <source>Encrypt (TLS)</source>
        <translation>암호화(TLS)</translation>
    </message>
    <message>
        <source>Join links begin with https://. The certificate is made here, so browsers warn about it once</source>
        <translation>참가 링크가 https://로 시작합니다. 인증서를 여기서 만들기 때문에 브라우저가 한 번 경고합니다.</translation>
    </message>
    <message>
        <source>Compress messages</source>
        <translation>메시지 압축</translation>
    </message>
    <message>
        <source>Long messages take fewer bytes on the wire with every client that offers permessage-deflate, as browsers do</source>
        <translation>브라우저처럼 permessage-deflate를 제시하는 클라이언트와는 긴 메시지를 더 적은 바이트로 주고받습니다.</translation>
    </message>
    <message>
        <source>Banned addresses</source>
        <translation>막은 주소</translation>
    </message>
    <message>
        <source>Nobody from these addresses is let in, until Confab is quit</source>
        <translation>Confab을 끝낼 때까지 이 주소에서는 아무도 들어오지 못합니다</translation>
    </message>
    <message>
        <source>An address is IPv4 or IPv6, for example 192.168.0.12.</source>
        <translation>IPv4 또는 IPv6 주소를 입력하십시오. 예: 192.168.0.12</translation>
    </message>
    <message>
        <source>Let %1 in again</source>
        <translation>%1 다시 들어오게 하기</translation>
    </message>
</context>
<context>
    <name>confab::ShortcutsOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
</context>
<context>
    <name>confab::StatusStrip</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>클라이언트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages/s</source>
        <translation>메시지 %1개/초</translation>
    </message>
    <message>
        <source>Received %1, sent %2 in the last second</source>
        <translation>최근 1초 동안 메시지 %1개 받음, %2개 보냄</translation>
    </message>
    <message>
        <source>Log %1 records</source>
        <translation>기록 %1건</translation>
    </message>
    <message>
        <source>WebSocket connections that are not CLOSED</source>
        <translation>CLOSED가 아닌 WebSocket 연결</translation>
    </message>
    <message>
        <source>Payload of messages received and sent in the last second</source>
        <translation>최근 1초 동안 주고받은 메시지의 페이로드</translation>
    </message>
    <message>
        <source>Handshakes, messages, pings and closes that the Wire tab can show; the oldest are dropped first</source>
        <translation>트래픽 탭에서 볼 수 있는 핸드셰이크, 메시지, Ping, Close의 수. 오래된 것부터 버립니다.</translation>
    </message>
    <message>
        <source>Messages in each of the last seconds</source>
        <translation>최근 몇 초간의 초당 메시지 수</translation>
    </message>
    <message>
        <source>History %1</source>
        <translation>대화 기록 %1</translation>
    </message>
    <message>
        <source>What was said is kept in %1</source>
        <translation>오간 말을 %1 파일에 보관합니다.</translation>
    </message>
</context>
<context>
    <name>confab::TrafficDelegate</name>
    <message>
        <source>Pages of %1 may join from now on.</source>
        <translation>이제부터 %1의 페이지가 참가할 수 있습니다.</translation>
    </message>
    <message>
        <source>Allow this origin</source>
        <translation>이 출처 허용</translation>
    </message>
</context>
<context>
    <name>confab::TrafficDetails</name>
    <message numerus="yes">
        <source>%n fragment(s)</source>
        <translation>
            <numerusform>조각 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>A page of %1 asked to join, and that origin is not allowed here.</source>
        <translation>%1의 페이지가 참가를 요청했지만 그 출처는 허용되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The log keeps the first %1 of it.</source>
        <translation>기록에는 앞부분 %1만 남아 있습니다.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Show the payload as text.</source>
        <translation>페이로드를 텍스트로 봅니다.</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>Show the payload byte by byte with offsets.</source>
        <translation>페이로드를 오프셋과 함께 바이트 단위로 봅니다.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy what is shown below.</source>
        <translation>아래에 보이는 내용을 복사합니다.</translation>
    </message>
    <message>
        <source>Close the details.</source>
        <translation>상세 정보를 닫습니다.</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>상세 정보 닫기</translation>
    </message>
    <message>
        <source>Allow this origin</source>
        <translation>이 출처 허용</translation>
    </message>
    <message>
        <source>Let pages of this origin join from now on.</source>
        <translation>이제부터 이 출처의 페이지가 참가할 수 있게 합니다.</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>페이로드</translation>
    </message>
    <message>
        <source>The TLS handshake failed before the client could ask for anything: it does not trust the certificate, does not speak TLS 1.2 or later, or was silent for too long.</source>
        <translation>클라이언트가 요청을 보내기 전에 TLS 핸드셰이크가 실패했습니다. 인증서를 신뢰하지 않거나, TLS 1.2 이상을 사용하지 않거나, 너무 오래 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>This record is no longer in the list above.</source>
        <translation>이 기록은 이제 위 목록에 없습니다.</translation>
    </message>
    <message>
        <source>Copy the first %1</source>
        <translation>처음 %1 복사</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Show a message that is a JSON object or array with a line for each value.</source>
        <translation>JSON 객체나 배열인 메시지를 값마다 한 줄씩 봅니다.</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Show the header of the frame that carried it, bit by bit.</source>
        <translation>이것을 실은 프레임의 헤더를 비트 단위로 표시합니다.</translation>
    </message>
</context>
<context>
    <name>confab::WelcomeView</name>
    <message>
        <source>Talk to everyone on this network</source>
        <translation>이 네트워크의 모두와 대화하십시오</translation>
    </message>
    <message>
        <source>Confab turns this computer into a chat room that any browser nearby joins by opening a link, with no account, no internet and nothing to install.</source>
        <translation>Confab은 이 컴퓨터를 대화방으로 만듭니다. 가까이 있는 사람은 계정도, 인터넷도, 설치도 없이 브라우저에서 링크만 열면 참가할 수 있습니다.</translation>
    </message>
    <message>
        <source>Start a room</source>
        <translation>방 시작하기</translation>
    </message>
    <message>
        <source>Host a room on this computer</source>
        <translation>이 컴퓨터에서 방을 엽니다.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>서버에 연결</translation>
    </message>
    <message>
        <source>Open a WebSocket connection to any server as a client</source>
        <translation>클라이언트로서 원하는 서버에 WebSocket 연결을 엽니다.</translation>
    </message>
</context>
<context>
    <name>confab::WhoMayJoin</name>
    <message>
        <source>Who may join</source>
        <translation>참가 범위</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Only programs and browsers on this computer can join</source>
        <translation>이 컴퓨터의 프로그램과 브라우저만 참가할 수 있습니다.</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>이 네트워크</translation>
    </message>
    <message>
        <source>Phones and computers on the same network can join</source>
        <translation>같은 네트워크의 휴대전화와 컴퓨터가 참가할 수 있습니다.</translation>
    </message>
    <message>
        <source>Address %1</source>
        <translation>주소 %1</translation>
    </message>
    <message>
        <source>Whoever reaches this address of the computer can join</source>
        <translation>이 컴퓨터의 이 주소에 접속할 수 있으면 누구나 참가할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>confab::WireBar</name>
    <message>
        <source>Filter by text or peer</source>
        <translation>텍스트나 상대로 필터링</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Show only records that have this text in their peer or payload (Ctrl+F).</source>
        <translation>상대나 페이로드에 이 텍스트가 있는 기록만 봅니다(Ctrl+F).</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>Handshakes</source>
        <translation>핸드셰이크</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Pings and pongs</source>
        <translation>Ping과 Pong</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Show only records of these kinds.</source>
        <translation>이 종류의 기록만 봅니다.</translation>
    </message>
    <message>
        <source>Only %1  ✕</source>
        <translation>%1만  ✕</translation>
    </message>
    <message>
        <source>Only this connection’s traffic is shown. Click to show all again.</source>
        <translation>이 연결의 트래픽만 보고 있습니다. 누르면 모두 다시 봅니다.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Stop adding new records to the table; the log goes on.</source>
        <translation>표에 새 기록을 추가하지 않습니다. 기록은 계속됩니다.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Forget all records.</source>
        <translation>모든 기록을 지웁니다.</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>%1만</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Write what is shown to a file (Ctrl+Shift+E).</source>
        <translation>표시된 기록을 파일로 내보냅니다(Ctrl+Shift+E).</translation>
    </message>
</context>
<context>
    <name>confab::WireEmptyState</name>
    <message>
        <source>Nothing matches the filter</source>
        <translation>필터에 맞는 기록이 없습니다</translation>
    </message>
    <message>
        <source>Nothing on the wire yet</source>
        <translation>아직 트래픽이 없습니다</translation>
    </message>
    <message>
        <source>Records that match will appear here as they are seen.</source>
        <translation>필터에 맞는 트래픽이 기록되는 대로 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Each handshake, message, ping and close will appear here, in both directions, as soon as someone connects.</source>
        <translation>누군가 연결하면 양방향의 핸드셰이크, 메시지, Ping, Close가 모두 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>confab::WireTable</name>
    <message>
        <source>↓ %1 new</source>
        <translation>↓ 새 기록 %1건</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Show only this connection</source>
        <translation>이 연결만 보기</translation>
    </message>
    <message>
        <source>Allow this origin</source>
        <translation>이 출처 허용</translation>
    </message>
    <message>
        <source>Traffic log</source>
        <translation>트래픽 기록</translation>
    </message>
    <message>
        <source>Go to the newest record and follow (End).</source>
        <translation>최신 기록으로 이동하여 계속 따라갑니다(End).</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Size → wire</source>
        <translation>크기 → 전송량</translation>
    </message>
</context>
</TS>
