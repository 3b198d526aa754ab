/**
 * Headers shaped as post offices write them, in our own words; hosts and addresses of documentation (RFC 2606, 5737, 3849) wherever
 * the provider's own are not needed. The order of fields of Gmail, Microsoft, Proton and Postfix with a milter was seen in public
 * mail; iCloud's, Yahoo! JAPAN's, Fastmail's and the carriers' are put together from descriptions and not proved by a real header.
 */

type Results = {
  readonly dmarc?: string;
  readonly spf?: string;
  readonly dkim?: string;
  readonly from?: string;
  readonly envelope?: string;
  readonly d?: string;
};

/** What the writer of the letter writes. */
export function letter(from: string, to: string, more = ''): string {
  return `From: ${from}\nTo: ${to}\nSubject: hello\nDate: Mon, 05 Oct 2026 09:12:00 +0000\nMessage-ID: <1@${from.replace(/^.*@|>.*$/g, '')}>\n${more}\n\nwords of no meaning here\n`;
}

function results({ dmarc, spf, dkim, from, envelope, d }: Results, sign = ';\n '): string {
  const parts: string[] = [];
  if (dkim !== undefined) parts.push(`dkim=${dkim}${d === undefined ? '' : ` header.d=${d}`}`);
  if (spf !== undefined) parts.push(`spf=${spf} (checked) smtp.mailfrom=${envelope ?? from ?? ''}`);
  if (dmarc !== undefined) parts.push(`dmarc=${dmarc} (p=NONE sp=NONE dis=NONE) header.from=${(from ?? '').replace(/^.*@/, '')}`);
  return parts.join(sign);
}

const AT = 'Mon, 05 Oct 2026 09:12:0';

export function gmail(to: string, r: Results, client = 'evil.example.net (evil.example.net. [203.0.113.9])'): string {
  return `Delivered-To: ${to}
Received: by 2002:a05:6a10:1234:b0:1 with SMTP id x1csp1; Mon, 5 Oct 2026 02:12:03 -0700 (PDT)
X-Received: by 2002:a17:902:1::1 with SMTP id y1; Mon, 05 Oct 2026 02:12:02 -0700 (PDT)
ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=google.com; s=arc-20240605; b=AA==
ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=google.com; s=arc-20240605; h=from; bh=AA==; b=AA==
ARC-Authentication-Results: i=1; mx.google.com;
       ${results(r)}
Return-Path: <${r.envelope ?? r.from ?? ''}>
Received: from ${client} by mx.google.com with ESMTPS id z1 for <${to}> (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256); Mon, 05 Oct 2026 02:12:02 -0700 (PDT)
Received-SPF: ${r.spf ?? 'none'} (google.com: domain of ${r.envelope ?? r.from ?? ''} was looked at) client-ip=203.0.113.9;
Authentication-Results: mx.google.com;
       ${results(r)}
`;
}

export function microsoft(_to: string, r: Results, compauth = 'fail reason=001'): string {
  return `Received: from AA1P123MB0001.NAMP123.PROD.OUTLOOK.COM (2603:10b6:1::7) by BB1P123MB0001.NAMP123.PROD.OUTLOOK.COM with HTTPS; ${AT}6 +0000
Received: from AM0PR04CA0001.eurprd04.prod.outlook.com (2603:10a6:1::39) by AA1P123MB0001.NAMP123.PROD.OUTLOOK.COM (2603:10b6:1::7) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.20.1.1; ${AT}5 +0000
Received: from AMS0EPF00000001.eurprd05.prod.outlook.com (2603:10a6:1:cafe::23) by AM0PR04CA0001.outlook.office365.com (2603:10a6:1::39) with Microsoft SMTP Server (version=TLS1_3, cipher=X) id 15.20.1.1 via Frontend Transport; ${AT}4 +0000
Authentication-Results: spf=${r.spf} (sender IP is 203.0.113.9)
 smtp.mailfrom=${(r.envelope ?? r.from ?? '').replace(/^.*@/, '')}; dkim=${r.dkim} (message not signed)
 header.d=${r.d ?? 'none'};dmarc=${r.dmarc} action=none
 header.from=${(r.from ?? '').replace(/^.*@/, '')};compauth=${compauth}
Received-SPF: ${r.spf} (protection.outlook.com: domain of ${(r.envelope ?? r.from ?? '').replace(/^.*@/, '')} was looked at) receiver=protection.outlook.com; client-ip=203.0.113.9; helo=evil.example.net;
Received: from evil.example.net (203.0.113.9) by AMS0EPF00000001.mail.protection.outlook.com (10.167.16.1) with Microsoft SMTP Server id 15.20.1.1 via Frontend Transport; ${AT}3 +0000
`;
}

/** A post office that writes what it found above its Received, under a host name of its own. */
export function above(to: string, host: string, id: string, r: Results, client = 'evil.example.net (evil.example.net [203.0.113.9])'): string {
  return `Return-Path: <${r.envelope ?? r.from ?? ''}>
Delivered-To: ${to}
Authentication-Results: ${id};
 ${results(r)}
Received: from ${client} by ${host} with ESMTPS id q1 for <${to}>; ${AT}3 +0000
`;
}

export function icloud(to: string, r: Results): string {
  return `Received: from p00-icloudmta-smtpin-001.icloud.com by p00-mailgateway-001.icloud.com with LMTP id 1 for <${to}>; ${AT}4 +0000
Authentication-Results: dmarc.icloud.com; dmarc=${r.dmarc} header.from=${(r.from ?? '').replace(/^.*@/, '')}
Authentication-Results: dkim-verifier.icloud.com; dkim=${r.dkim}${r.d === undefined ? '' : ` header.d=${r.d}`}
Authentication-Results: spf.icloud.com; spf=${r.spf} smtp.mailfrom=${r.envelope ?? r.from ?? ''}
Received-SPF: ${r.spf} (spf.icloud.com: domain of ${r.envelope ?? r.from ?? ''}) receiver=spf.icloud.com; client-ip=203.0.113.9
Received: from evil.example.net (evil.example.net [203.0.113.9]) by p00-icloudmta-smtpin-001.icloud.com (Postfix) with ESMTPS id 2 for <${to}>; ${AT}3 +0000
`;
}

export function yahooJapan(to: string, r: Results): string {
  return `X-Apparently-To: ${to}; Mon, 05 Oct 2026 18:12:04 +0900
Return-Path: <${r.envelope ?? r.from ?? ''}>
Received-SPF: ${r.spf} (domain of ${r.envelope ?? r.from ?? ''}) receiver=mta1001.mail.djm.yahoo.co.jp; client-ip=203.0.113.9; envelope-from=${r.envelope ?? r.from ?? ''};
Authentication-Results: mta1001.mail.djm.yahoo.co.jp  from=${(r.from ?? '').replace(/^.*@/, '')}; domainkeys=neutral (no sig); dkim=${r.dkim}${r.d === undefined ? '' : ` header.i=@${r.d}`}; dmarc=${r.dmarc} header.from=${(r.from ?? '').replace(/^.*@/, '')}
Received: from 203.0.113.9  (EHLO evil.example.net) (203.0.113.9) by mta1001.mail.djm.yahoo.co.jp with SMTP; Mon, 05 Oct 2026 18:12:03 +0900
`;
}

export function fastmail(to: string, r: Results): string {
  return `Return-Path: <${r.envelope ?? r.from ?? ''}>
Received: from compute1.nyi.internal (compute1.nyi.internal [10.202.2.41]) by sloti1.nyi.internal (Cyrus 3.9) with LMTPA; ${AT}6 -0400
Received: from mx5 ([10.202.2.204]) by compute1.nyi.internal (LMTPProxy); ${AT}5 -0400
Received: from mx5.messagingengine.com (localhost [127.0.0.1]) by mailmx.nyi.internal (Postfix) with ESMTP id 3 for <${to}>; ${AT}4 -0400 (EDT)
Authentication-Results: mx5.messagingengine.com;
    ${results(r)}
Received: from evil.example.net (evil.example.net [203.0.113.9]) by mx5.messagingengine.com (Postfix) with ESMTPS id 4 for <${to}>; ${AT}3 -0400 (EDT)
`;
}

/** Postfix with milters (OpenDKIM, OpenDMARC, Rspamd): the results stand right below its own Received. */
export function postfix(to: string, r: Results, id = 'mx.example.org'): string {
  return `Return-Path: <${r.envelope ?? r.from ?? ''}>
X-Original-To: ${to}
Delivered-To: ${to}
Received: from evil.example.net (evil.example.net [203.0.113.9])
	by mx.example.org (Postfix) with ESMTPS id 5
	for <${to}>; ${AT}3 +0000 (UTC)
Authentication-Results: ${id}; ${results(r, `\nAuthentication-Results: ${id}; `)}
`;
}

/** The header of a server that writes no result at all. */
export function plain(to: string, client = 'evil.example.net (evil.example.net [203.0.113.9])', protocol = 'ESMTPS', more = ''): string {
  return `Return-Path: <someone@example.net>
Delivered-To: ${to}
Received: from ${client} by mx.example.org (Postfix) with ${protocol} id 6 for <${to}>; ${AT}3 +0000 (UTC)${more}
`;
}
