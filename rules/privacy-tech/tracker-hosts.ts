/**
 * - `ads`: advertising and remarketing pixels; `replay`: records of what a visitor types and clicks; `analytics`, `tags`:
 *   measurement and what loads it; `marketing`: customer databases and call tracking; `chat`, `social`: widgets of others.
 */
export type TrackerKind = 'ads' | 'replay' | 'analytics' | 'tags' | 'marketing' | 'chat' | 'social';

export interface Tracker {
  readonly vendor: string;
  readonly kind: TrackerKind;
  /** Hosts, each with all its subdomains; a path after the host narrows it. */
  readonly hosts: readonly string[];
  /** Calls that a page's own script makes, as a regular expression. */
  readonly calls?: RegExp;
}

const t = (vendor: string, kind: TrackerKind, hosts: string, calls?: RegExp): Tracker => ({ vendor, kind, hosts: hosts.split(' ').filter(Boolean), ...(calls && { calls }) });

/** Vendors with whom clinics commonly share visits, by the host that a page loads from. Order matters: the first match names it. */
export const TRACKERS: readonly Tracker[] = [
  t('Facebook widget', 'social', 'connect.facebook.net/en_us/sdk connect.facebook.net/en_gb/sdk connect.facebook.net/sdk facebook.com/plugins'),
  t('Meta Pixel', 'ads', 'connect.facebook.net facebook.com/tr fbcdn.net', /(?<![\w.$])_?fbq\s*\(/),
  t('Google Ads', 'ads', 'googleadservices.com doubleclick.net googlesyndication.com google.com/pagead google.com/ads google.com/ccm', /(?<![\w.$])gtag\s*\(\s*["'](?:config|event)["']\s*,\s*["']AW-|gtag_report_conversion\s*\(|google_conversion_id/),
  t('Google Tag Manager', 'tags', 'googletagmanager.com/gtm googletagmanager.com/ns'),
  t('Google Analytics', 'analytics', 'googletagmanager.com google-analytics.com analytics.google.com', /(?<![\w.$])(?:gtag\s*\(|ga\s*\(\s*["'](?:create|send|set)["']|_gaq\.push\s*\()/),
  t('TikTok Pixel', 'ads', 'analytics.tiktok.com', /(?<![\w.$])ttq\.(?:load|track|identify|page|instance)\s*\(/),
  t('LinkedIn Insight', 'ads', 'snap.licdn.com ads.linkedin.com dc.ads.linkedin.com px.ads.linkedin.com', /_linkedin_partner_id|(?<![\w.$])lintrk\s*\(/),
  t('Microsoft Advertising', 'ads', 'bat.bing.com bat.bing.net', /(?<![\w.$])(?:window\.)?uetq(?:\.push|\s*=)/),
  t('X Ads', 'ads', 'static.ads-twitter.com analytics.twitter.com ads-api.twitter.com t.co/i/adsct', /(?<![\w.$])twq\s*\(/),
  t('Snap Pixel', 'ads', 'sc-static.net tr.snapchat.com', /(?<![\w.$])snaptr\s*\(/),
  t('Pinterest Tag', 'ads', 's.pinimg.com/ct ct.pinterest.com', /(?<![\w.$])pintrk\s*\(/),
  t('Reddit Pixel', 'ads', 'redditstatic.com/ads alb.reddit.com', /(?<![\w.$])rdt\s*\(\s*["']/),
  t('Quora Pixel', 'ads', 'a.quora.com q.quora.com', /(?<![\w.$])qp\s*\(\s*["'](?:init|track)/),
  t('Nextdoor Pixel', 'ads', 'ads.nextdoor.com flask.nextdoor.com', /(?<![\w.$])ndp\s*\(\s*["']/),
  t('Spotify Pixel', 'ads', 'pixel.byspotify.com'),
  t('Yahoo Dot', 'ads', 's.yimg.com/wi sp.analytics.yahoo.com', /(?<![\w.$])(?:window\.)?dotq(?:\.push|\s*=)/),
  t('Amazon Ads', 'ads', 'amazon-adsystem.com'),
  t('Taboola', 'ads', 'taboola.com', /(?<![\w.$])_tfa\.push\s*\(/),
  t('Outbrain', 'ads', 'outbrain.com', /(?<![\w.$])obApi\s*\(/),
  t('Criteo', 'ads', 'criteo.com criteo.net', /criteo_q\.push\s*\(/),
  t('The Trade Desk', 'ads', 'adsrvr.org', /TTDUniversalPixelApi/),
  t('AdRoll', 'ads', 'adroll.com', /adroll_adv_id/),
  t('StackAdapt', 'ads', 'stackadapt.com', /(?<![\w.$])saq\s*\(\s*["']/),
  t('Simpli.fi', 'ads', 'simpli.fi'),
  t('Basis', 'ads', 'sitescout.com basis.net'),
  t('MediaMath', 'ads', 'mathtag.com'),
  t('Xandr', 'ads', 'adnxs.com'),
  t('Magnite', 'ads', 'rubiconproject.com'),
  t('LiveRamp', 'ads', 'rlcdn.com liveramp.com'),
  t('Quantcast', 'ads', 'quantserve.com quantcount.com'),
  t('Comscore', 'ads', 'scorecardresearch.com'),
  t('Lotame', 'ads', 'crwdcntrl.net'),
  t('Oracle Advertising', 'ads', 'bluekai.com addthis.com moatads.com'),
  t('ShareThis', 'social', 'sharethis.com'),
  t('X widget', 'social', 'platform.twitter.com'),
  t('Hotjar', 'replay', 'hotjar.com hotjar.io', /(?<![\w.$])hj\s*\(\s*["']|_hjSettings/),
  t('FullStory', 'replay', 'fullstory.com', /(?<![\w$])FS\.(?:identify|event|setUserVars)\s*\(|_fs_host|(?<![\w.$])FS\s*\(\s*["']/),
  t('Microsoft Clarity', 'replay', 'clarity.ms', /(?<![\w.$])clarity\s*\(\s*["'](?:identify|set|event)/),
  t('Mouseflow', 'replay', 'mouseflow.com', /(?<![\w.$])_mfq(?:\.push|\s*=)/),
  t('Lucky Orange', 'replay', 'luckyorange.com luckyorange.net', /__lo_site_id/),
  t('LogRocket', 'replay', 'logrocket.com logrocket.io lr-ingest.io lr-in.com lr-in-prod.com lr-ingest.com', /LogRocket\.(?:init|identify)\s*\(/),
  t('Smartlook', 'replay', 'smartlook.com smartlook.cloud', /(?<![\w.$])smartlook\s*\(/),
  t('Inspectlet', 'replay', 'inspectlet.com', /(?<![\w.$])__insp(?:\.push|\s*=)/),
  t('Crazy Egg', 'replay', 'crazyegg.com'),
  t('Contentsquare', 'replay', 'contentsquare.net contentsquare.com clicktale.net clicktale.com'),
  t('Quantum Metric', 'replay', 'quantummetric.com'),
  t('SessionCam', 'replay', 'sessioncam.com'),
  t('Glassbox', 'replay', 'glassboxdigital.io glassboxcdn.com'),
  t('PostHog', 'replay', 'posthog.com', /posthog\.(?:init|identify|capture)\s*\(/),
  t('Yandex Metrica', 'replay', 'mc.yandex.ru mc.yandex.com', /(?<![\w.$])ym\s*\(\s*\d/),
  t('Plerdy', 'replay', 'plerdy.com'),
  t('Heap', 'analytics', 'heapanalytics.com heap-api.com', /heap\.(?:load|identify|track|addUserProperties)\s*\(/),
  t('Mixpanel', 'analytics', 'mxpnl.com mixpanel.com', /mixpanel\.(?:init|track|identify|people)/),
  t('Amplitude', 'analytics', 'amplitude.com', /amplitude\.(?:init|track|logEvent|identify|getInstance)\s*\(/),
  t('Segment', 'analytics', 'segment.com segment.io', /(?<![\w.$])analytics\.(?:load|identify|track|page)\s*\(/),
  t('Adobe Analytics', 'analytics', 'omtrdc.net 2o7.net demdex.net adobedtm.com everesttech.net'),
  t('Tealium', 'tags', 'tiqcdn.com tealiumiq.com', /(?<![\w.$])utag\.(?:link|view)\s*\(/),
  t('Ensighten', 'tags', 'ensighten.com'),
  t('StatCounter', 'analytics', 'statcounter.com'),
  t('Chartbeat', 'analytics', 'chartbeat.com chartbeat.net'),
  t('Optimizely', 'analytics', 'optimizely.com'),
  t('VWO', 'analytics', 'visualwebsiteoptimizer.com'),
  t('Matomo Cloud', 'analytics', 'matomo.cloud'),
  t('Google Tag Manager', 'tags', '', /(?<![\w$])dataLayer\.push\s*\(/),
  t('HubSpot', 'marketing', 'hs-scripts.com hs-analytics.net hsforms.net hsadspixel.net track.hubspot.com hscollectedforms.net', /(?<![\w.$])_hsq(?:\.push|\s*=)/),
  t('Marketo', 'marketing', 'marketo.net marketo.com mktoresp.com', /Munchkin\.(?:init|munchkinFunction)\s*\(/),
  t('Pardot', 'marketing', 'pardot.com', /(?<![\w.$])piAId\s*=/),
  t('ActiveCampaign', 'marketing', 'trackcmp.net', /(?<![\w.$])vgo\s*\(\s*["']/),
  t('Klaviyo', 'marketing', 'klaviyo.com', /(?<![\w.$])_learnq(?:\.push|\s*=)/),
  t('Mailchimp', 'marketing', 'chimpstatic.com'),
  t('CallRail', 'marketing', 'callrail.com'),
  t('CallTrackingMetrics', 'marketing', 'tctm.co'),
  t('Invoca', 'marketing', 'invoca.net invocacdn.com'),
  t('WhatConverts', 'marketing', 'whatconverts.com'),
  t('ZoomInfo', 'marketing', 'ws.zoominfo.com'),
  t('Leadfeeder', 'marketing', 'lfeeder.com'),
  t('6sense', 'marketing', '6sc.co'),
  t('Intercom', 'chat', 'intercom.io intercomcdn.com', /(?<![\w.$])Intercom\s*\(\s*["'](?:boot|update|trackEvent)/),
  t('Drift', 'chat', 'drift.com driftt.com'),
  t('Tawk', 'chat', 'tawk.to'),
  t('LiveChat', 'chat', 'livechatinc.com'),
  t('Tidio', 'chat', 'tidio.co'),
  t('Crisp', 'chat', 'crisp.chat'),
  t('Zendesk Chat', 'chat', 'zdassets.com zopim.com'),
  t('Podium', 'chat', 'podium.com'),
  t('Birdeye', 'chat', 'birdeye.com'),
  t('Olark', 'chat', 'olark.com'),
];

/** Vendors that take forms for others. Those that offer a business associate agreement may have one with this advertiser. */
export const FORM_HOSTS: ReadonlyMap<string, { readonly vendor: string; readonly agreement: boolean }> = new Map(
  (
    [
      ['typeform.com', 'Typeform', false], ['docs.google.com', 'Google Forms', false], ['forms.gle', 'Google Forms', false], ['formspree.io', 'Formspree', false],
      ['getform.io', 'Getform', false], ['formsubmit.co', 'FormSubmit', false], ['formcarry.com', 'Formcarry', false], ['web3forms.com', 'Web3Forms', false],
      ['surveymonkey.com', 'SurveyMonkey', false], ['wufoo.com', 'Wufoo', false], ['list-manage.com', 'Mailchimp', false], ['hsforms.com', 'HubSpot', false],
      ['hubspot.com', 'HubSpot', false], ['activehosted.com', 'ActiveCampaign', false], ['convertkit.com', 'Kit', false], ['zapier.com', 'Zapier', false], ['airtable.com', 'Airtable', false],
      ['tally.so', 'Tally', false], ['paperform.co', 'Paperform', false], ['calendly.com', 'Calendly', false], ['gravityforms.com', 'Gravity Forms', false], ['formstack.com', 'Formstack', true],
      ['jotform.com', 'Jotform', true], ['hipaa.jotform.com', 'Jotform', true], ['cognitoforms.com', 'Cognito Forms', true], ['formassembly.com', 'FormAssembly', true], ['hushforms.com', 'Hushmail', true],
      ['intakeq.com', 'IntakeQ', true], ['phreesia.com', 'Phreesia', true], ['zocdoc.com', 'Zocdoc', true], ['simplepractice.com', 'SimplePractice', true], ['janeapp.com', 'Jane', true],
      ['athenahealth.com', 'athenahealth', true], ['nexhealth.com', 'NexHealth', true], ['acuityscheduling.com', 'Acuity', true], ['kareo.com', 'Kareo', true], ['tebra.com', 'Tebra', true],
      ['mychart.com', 'MyChart', true], ['epic.com', 'Epic', true], ['drchrono.com', 'DrChrono', true], ['setmore.com', 'Setmore', false], ['squareup.com', 'Square', false],
    ] as const
  ).map(([host, vendor, agreement]) => [host, { vendor, agreement }]),
);
