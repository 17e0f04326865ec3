<!DOCTYPE qgis>
<qgis labelsEnabled="1" styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="singleSymbol">
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,0" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="27,108,168,255" />
      <Option name="outline_style" type="QString" value="no" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="4.2" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="fillColor" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(coalesce(attribute('approximate'), false), '255,255,255,110', '0,0,0,0')" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(coalesce(attribute('approximate'), false), 'dash', 'no')" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="27,108,168,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="2.4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="if(left(@qgis_locale, 2) = 'ko' and coalesce(&quot;name_ko&quot;, '') &lt;&gt; '', &quot;name_ko&quot;, &quot;name_en&quot;)" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="8.5" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" forcedBold="0" forcedItalic="0" isExpression="1" legendString="Aa" multilineHeight="1" multilineHeightUnit="Percentage" previewBkgrdColor="255,255,255,255" tabStopDistance="6" tabStopDistanceUnit="Percentage" textColor="28,28,28,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,255" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="0.84999999999999998" bufferSize="0.69999999999999996" bufferSizeUnits="MM" />
   </text-style>
   <placement allowDegraded="0" centroidInside="0" centroidWhole="0" dist="2.3999999999999999" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" maximumDistance="0" maximumDistanceUnit="MM" offsetType="0" offsetUnits="MM" overlapHandling="PreventOverlap" overrunDistance="0" overrunDistanceUnit="MM" placement="6" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" prioritization="PreferCloser" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
   <rendering drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="0" scaleMin="0" scaleVisibility="0" unplacedVisibility="0" upsidedownLabels="0" zIndex="0" />
  </settings>
 </labeling>
 <fieldConfiguration>
  <field name="approximate">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Yes" type="QString" value="1" />
       </Option>
       <Option type="Map">
        <Option name="No" type="QString" value="0" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="position">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Estimated" type="QString" value="estimated" />
       </Option>
       <Option type="Map">
        <Option name="Centre of the complex in DAM_DAN" type="QString" value="complex_centre" />
       </Option>
       <Option type="Map">
        <Option name="Centre of the municipality" type="QString" value="municipality_centre" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="uncertainty_m">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="number" index="0" name="Number" />
  <alias field="name_ko" index="1" name="Korean name" />
  <alias field="name_en" index="2" name="English name" />
  <alias field="sido" index="3" name="Province" />
  <alias field="theme_ko" index="4" name="Theme, Korean" />
  <alias field="theme_en" index="5" name="Theme, English" />
  <alias field="base_ko" index="6" name="Base, Korean" />
  <alias field="base_en" index="7" name="Base, English" />
  <alias field="nodes_ko" index="8" name="Nodes, Korean" />
  <alias field="nodes_en" index="9" name="Nodes, English" />
  <alias field="fund_ko" index="10" name="Fund, Korean" />
  <alias field="fund_en" index="11" name="Fund, English" />
  <alias field="housing_ko" index="12" name="Housing, Korean" />
  <alias field="housing_en" index="13" name="Housing, English" />
  <alias field="approximate" index="14" name="Position is approximate" />
  <alias field="position" index="15" name="Position known by" />
  <alias field="uncertainty_m" index="16" name="Uncertainty of the position, m" />
  <alias field="source" index="17" name="Source" />
 </aliases>
 <mapTip enabled="1">&lt;b&gt;[% if(left(@qgis_locale, 2) = 'ko' and coalesce("name_ko", '') &lt;&gt; '', "name_ko", "name_en") %]&lt;/b&gt;&lt;table&gt;&lt;tr&gt;&lt;th align='left'&gt;Theme&lt;/th&gt;&lt;td&gt;[% if(left(@qgis_locale, 2) = 'ko', "theme_ko", "theme_en") %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;th align='left'&gt;Province&lt;/th&gt;&lt;td&gt;[% "sido" %]&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</mapTip>
 <previewExpression>if(left(@qgis_locale, 2) = 'ko' and coalesce("name_ko", '') &lt;&gt; '', "name_ko", "name_en")</previewExpression>
</qgis>
